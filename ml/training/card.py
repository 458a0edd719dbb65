"""The model card, in plain words with every figure taken from the manifest, and its calibration plot."""

from PIL import Image, ImageDraw


def plot(reliability, path, side=360):
    """Calibration plot: observed share of suspicious nodules over the stated suspicion."""
    image = Image.new("L", (side, side), 255)
    draw = ImageDraw.Draw(image)
    edge, span = 40, side - 60

    def at(x, y):
        return edge + x * span, side - edge - y * span

    draw.rectangle((*at(0, 1), *at(1, 0)), outline=0)
    draw.line((*at(0, 0), *at(1, 1)), fill=170)
    for tick in range(0, 11, 2):
        x, y = at(tick / 10, 0)
        draw.text((x - 8, y + 6), f"{tick / 10:.1f}", fill=0)
        x, y = at(0, tick / 10)
        draw.text((x - 26, y - 6), f"{tick / 10:.1f}", fill=0)
    draw.text((side // 2 - 50, side - 16), "stated suspicion", fill=0)
    draw.text((edge, 4), "share rated 4-5 (dot size: nodules)", fill=0)
    for count, stated, seen in reliability:
        x, y = at(stated, seen)
        reach = 2 + count**0.5 / 2
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), outline=0, fill=90)
    image.save(path, optimize=True)


def span(pair):
    """An interval as text."""
    return f"{pair[0]:.3f}–{pair[1]:.3f}"


def row(*cells):
    """A table row."""
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def interval_part(fold, val):
    """What the stated interval holds, as lines."""
    return [
        "The interval around a suspicion is made to hold the radiologists' rating (1–5 read as 3, 12, 50, 88, 97 %) of nine in ten "
        f"nodules, the indeterminate too: it holds {fold['inside']:.1%} of {fold['nodules']} out of fold, where its width was set, and "
        f"{val['inside']:.1%} ({span(val['inside_interval'])}) of {val['nodules']} of validation patients; mean width there {val['width']:.2f}. "
        "It is wide because radiologists differ. It says nothing of what a nodule is.",
        "",
    ]


def rating_part(fold, val):
    """The figures of the rating as lines."""
    lines = [
        "## How well it rates (ratings 4–5 against 1–2, central slices, patients never seen)",
        row("", "five-fold, pooled (training patients, out of fold)", "validation patients (shipped pack)"),
        row("---", "---", "---"),
        row("patients / nodules", *(f"{f['patients']} / {f['nodules']}" for f in (fold, val))),
        row("**AUC of the model** (95 %, by patient)", *(f"**{f['auc']:.3f}** ({span(f['auc_interval'])})" for f in (fold, val))),
        row("floor: size alone (mask area)", *(f"{f['size_auc']:.3f} ({span(f['size_auc_interval'])})" for f in (fold, val))),
        row("floor: intensity histogram alone", *(f"{f['histogram_auc']:.3f}" for f in (fold, val))),
        row("model − size", *(f"{f['model_minus_size']:+.3f} ({span(f['model_minus_size_interval'])})" for f in (fold, val))),
        row("sensitivity at the shipped threshold", f"{fold['sensitivity']:.3f}", f"{val['sensitivity']:.3f} ({span(val['sensitivity_interval'])})"),
        row("specificity at the shipped threshold", f"{fold['specificity']:.3f}", f"{val['specificity']:.3f} ({span(val['specificity_interval'])})"),
        row("calibration error (10 bins)", f"{fold['ece_nested']:.3f}", f"{val['ece']:.3f}"),
        "",
        f"Threshold: {val['threshold']:.3f}, chosen on out-of-fold scores. "
        f"Diameter: median error {val['diameter_error_px']['median']:.1f} px, nine in ten within {val['diameter_error_px']['p90']:.1f} px.",
        "",
        "Calibration on validation patients (`calibration.png`):",
        "",
        row("nodules", "stated", "observed"),
        row("---", "---", "---"),
    ]
    return lines + [row(n, f"{m:.2f}", f"{o:.2f}") for n, m, o in val["reliability"]] + [""]


def refusal_part(refusal, held):
    """Refusal rates as lines."""
    lines = [
        "## What it refuses (validation images; none was trained on)",
        row("images", "number", "refused", "reasons given"),
        row("---", "---", "---", "---"),
    ]
    entries = [("real lung-window patches (should pass)", refusal.get("real_patches"))]
    entries.append(("soft-tissue slices, lungs black (IQ-OTH/NCCD)", refusal.get("soft_tissue_slices")))
    entries += [(kind, entry) for kind, entry in refusal.get("strangers", {}).items()]
    for name, entry in entries:
        if entry:
            reasons = ", ".join(f"{k} {v}" for k, v in entry["reasons"].items())
            lines.append(row(name, entry["images"], f"{entry['refused']:.1%}", reasons))
    if "strangers_all" in refusal:
        whole = refusal["strangers_all"]
        lines.append(row("**all that is no lung CT**", whole["images"], f"**{whole['refused']:.1%}**", ""))
    return lines + [
        "",
        f"Its limits give up {held['patches_refused']:.1%} of the patches of held training patients, and, as tiles of a slice, "
        f"{held['tiles_refused']:.1%} of the same seen off their centre.",
        "",
    ]


def origin(fitted):
    """Where each part was fitted, in a sentence."""

    def one(name, part):
        if part["device"] == "CPU":
            return f"{name} in {part['processor_seconds']:.0f} s of a processor"
        return f"{name} in {part['seconds']:.0f} s on {part['device']}"

    return f"Fitted: {'; '.join(one(*pair) for pair in fitted.items())}."


def finder_part(finder, composites):
    """Free response as lines."""
    lines = [
        "## How well it finds (masked nodules of validation patients, per 128×128 patch)",
        f"At the shipped threshold: {finder['sensitivity']:.1%} of {finder['nodules']} nodules found "
        f"({span(finder['sensitivity_interval'])}) at {finder['false_spots_per_patch']:.2f} false spots per patch.",
        "",
        row("false spots per patch", "found"),
        row("---", "---"),
    ]
    lines += [row(rate, f"{share:.3f}") for rate, share in finder["curve"]]
    return lines + [
        "",
        "Patches are centred on their nodule; training shifts them at random. No whole lung-window slice is in the data. "
        f"On {composites['slices']} **composites** (a drawn chest with real patches set in): {composites['sensitivity']:.1%} of "
        f"{composites['nodules']} nodules at {composites['false_spots_per_slice']:.1f} false spots per slice; {composites['refused']:.0%} of the "
        "composites were refused. That says little about real slices.",
        "",
    ]


def text(manifest, sums):
    """The whole card."""
    fold, val = manifest["figures"]["five_fold"], manifest["figures"]["val"]
    explained = val["explanation"]
    lines = [
        f"# {manifest['name']} — {manifest['id']} {manifest['version']}",
        "",
        "**For research; not a diagnosis.** It states how suspicious radiologists would rate a spot on an axial lung CT slice.",
        "",
        "## Intended use",
        "A second look by a doctor at a single axial CT image in a lung window: where a spot may deserve attention, how suspicious it would be "
        "rated, how sure that is, with the nodule's size beside it. The original image stays the reference.",
        "",
        "## Forbidden use",
        "Diagnosis, exclusion of cancer, triage or treatment decisions; use by or towards patients; children; images other than axial CT in a "
        "lung window; X-ray; screening statistics. “Not raised” never means benign and rules nothing out.",
        "",
        "## Data and licences",
        "LIDC-IDRI (TCIA, CC BY 3.0), 128×128 8-bit patches around nodules with consensus masks, 577 training and 142 validation patients. "
        "IQ-OTH/NCCD slices (DOI 10.17632/bhmdr45bh2, CC BY 4.0 as third parties state) taught refusal only; their labels were never read. "
        "What is no scan was drawn by the project (`phantom.py`, `axial.py`).",
        "",
        "## What the label means",
        "The median of up to four radiologists' ratings, 1–5. 4–5 counts as suspicious, 1–2 as not; 3 is indeterminate: used softly in training, "
        "left out of the figures. It is opinion, not pathology. Ratings were joined to patches by patient and nodule number; some joins are "
        "wrong (in patients with several nodules, slice counts agree for 88 %), which caps every figure.",
        "",
        "## Split",
        "By patient, always. Five folds of the training patients; each rating net is blind to one fold; calibration and threshold come from "
        "out-of-fold scores. Gate and finder thresholds come from one held fold. No weight, threshold or calibration was fitted on validation images. "
        "But after a look at validation figures four choices were made again: the rule that sets the threshold (on out-of-fold scores), the "
        "number of native tiles a slice must pass and what these must reach (on training patients), and, earlier, more variety in the drawn films, because the gate had called "
        "one of the two real films “not a scan”. So the reasons given to films, and a little of the threshold, are not wholly untouched figures.",
        "",
        origin(manifest["training"]["fitted"]),
        "",
        *rating_part(fold, val["rating"]),
        *interval_part(manifest["figures"]["five_fold_interval"], val["interval"]),
        *finder_part(val["finder"], val["composites"]),
        *refusal_part(val["refusal"], manifest["figures"]["gate_held_fold"]),
        "## Why it says so",
        f"Occlusion with a lung-valued fill: the peak of the heat map lies within 4 px of the nodule in {explained['peak_on_nodule']:.1%} of "
        f"{explained['nodules']} suspicious nodules (windows shifted at random; always answering the centre: {explained['always_centre']:.1%}). "
        "The map is drawn by one of the five nets.",
        "",
        "## Known shortcuts and limits",
        "- Size alone nearly suffices for this label: read the suspicion beside the diameter.",
        "- The label is one slice's look; density over time, history and the rest of the lung are unseen.",
        "- Patches were stretched by their own minimum and maximum, so absolute density (HU) is only partly visible; calcified nodules are sometimes overrated.",
        "- Large benign-rated and tiny suspicious-rated nodules are where it errs most.",
        "- Scale: trained at native scale (about 0.5–1 mm per pixel, 512×512 slices); images resampled to other scales are outside what was measured.",
        "- The X-ray recogniser has seen drawn films only.",
        "",
        "## Hashes (SHA-256)",
        *(f"- `{name}` {value}" for name, value in sums.items()),
        "",
    ]
    return "\n".join(lines)
