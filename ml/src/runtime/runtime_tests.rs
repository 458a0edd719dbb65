//! Networks that run, and bytes that are none.

use proptest::prelude::*;

use super::*;
use crate::pack::shelf::tests::lung;

fn ramp() -> Vec<f32> {
    (0..128 * 128).map(|at| (at % 128) as f32 / 127.0).collect()
}

#[test]
fn gives_the_same_bits_each_time_and_from_each_load() {
    let pack = lung();
    let onnx = pack.file(&pack.manifest().models.explain.file).unwrap();
    let network = Network::load(onnx, &[1, 1, 128, 128], 1).unwrap();
    let first = network.run(&ramp()).unwrap();
    assert_eq!(network.run(&ramp()).unwrap(), first);
    assert_eq!(Network::load(onnx, &[1, 1, 128, 128], 1).unwrap().run(&ramp()).unwrap(), first);
}

#[test]
fn refuses_another_size_and_other_outputs() {
    let pack = lung();
    let onnx = pack.file(&pack.manifest().models.explain.file).unwrap();
    let network = Network::load(onnx, &[1, 1, 128, 128], 1).unwrap();
    assert!(matches!(network.run(&[0.0; 5]), Err(Error::Model(_))));
    assert!(matches!(Network::load(onnx, &[1, 1, 128, 128], 2), Err(Error::Model(_))));
}

#[test]
fn refuses_an_answer_that_is_no_number() {
    let pack = lung();
    let onnx = pack.file(&pack.manifest().models.explain.file).unwrap();
    let network = Network::load(onnx, &[1, 1, 128, 128], 1).unwrap();
    let answer = network.run(&[f32::NAN; 128 * 128]);
    assert!(answer.is_err() || answer.unwrap()[0][0].is_finite());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn bytes_that_are_no_network_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(Network::load(&bytes, &[1, 1, 128, 128], 1).is_err());
    }
}
