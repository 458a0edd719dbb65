//! The four networks of a pack, each loaded when it is first asked.

use std::sync::OnceLock;

use crate::Error;
use crate::pack::Pack;
use crate::pack::manifest::Model;
use crate::runtime::Network;

use super::gate::Answer;
use super::plane::Plane;
use super::rating::Rating;

/// Networks that were asked so far.
#[derive(Debug, Default)]
pub struct Networks {
    gate: OnceLock<Network>,
    finder: OnceLock<Network>,
    rating: OnceLock<Network>,
    explain: OnceLock<Network>,
}

fn loaded<'n>(place: &'n OnceLock<Network>, pack: &Pack, model: &Model) -> Result<&'n Network, Error> {
    if let Some(network) = place.get() {
        return Ok(network);
    }
    let network = Network::load(pack.file(&model.file)?, &model.shape, model.outputs.len())?;
    // Two threads may load it at once: the first one's is kept.
    Ok(place.get_or_init(|| network))
}

impl Networks {
    /// What kind of picture is this?
    pub fn gate(&self, pack: &Pack, plane: &Plane) -> Result<Answer, Error> {
        let manifest = pack.manifest();
        let network = loaded(&self.gate, pack, &manifest.models.gate)?;
        Answer::of(network.run(plane.values())?, manifest.gate.classes.len())
    }

    /// Heat of a tile's cells, row by row.
    pub fn finder(&self, pack: &Pack, plane: &Plane) -> Result<Vec<f32>, Error> {
        let manifest = pack.manifest();
        let side = super::plane::SIDE / manifest.finder.cell;
        let answers = loaded(&self.finder, pack, &manifest.models.finder)?.run(plane.values())?;
        let heat = answers.into_iter().next().filter(|heat| heat.len() == side * side);
        heat.ok_or_else(|| Error::Model("its finder has not the output that its pack names".into()))
    }

    /// How suspicious is it?
    pub fn rating(&self, pack: &Pack, plane: &Plane) -> Result<Rating, Error> {
        Rating::of(&loaded(&self.rating, pack, &pack.manifest().models.rating)?.run(plane.values())?)
    }

    /// How suspicious is it, by the one network that is asked many times?
    pub fn explain(&self, pack: &Pack, plane: &Plane) -> Result<f32, Error> {
        let answers = loaded(&self.explain, pack, &pack.manifest().models.explain)?.run(plane.values())?;
        let suspicion = answers.first().and_then(|values| values.first()).copied();
        suspicion.ok_or_else(|| Error::Model("its explanation gives no number".into()))
    }
}
