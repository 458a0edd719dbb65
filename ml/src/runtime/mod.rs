//! The only place that names tract. A network is read, optimised once and kept; one picture at a time runs through it on
//! the calling thread, so that the same input gives the same bits. Knows nothing of what a network is for.

use std::fmt;

use tract_onnx::prelude::*;

use crate::Error;

/// A network that is ready to run.
pub struct Network {
    plan: std::sync::Arc<TypedRunnableModel>,
    shape: Vec<usize>,
    outputs: usize,
}

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Network").field("shape", &self.shape).field("outputs", &self.outputs).finish_non_exhaustive()
    }
}

/// Why tract refused, as one line.
fn refusal(error: TractError) -> Error {
    Error::Model(error.root_cause().to_string().lines().next().unwrap_or_default().to_owned())
}

impl Network {
    /// Reads a network from ONNX and optimises it for one input of that shape.
    ///
    /// # Errors
    /// [`Error::Model`] where it cannot be read, or has not that many outputs.
    pub fn load(onnx: &[u8], shape: &[usize], outputs: usize) -> Result<Self, Error> {
        let mut reader = onnx;
        let model = tract_onnx::onnx()
            .model_for_read(&mut reader)
            .and_then(|model| model.with_input_fact(0, f32::fact(shape).into()))
            .and_then(IntoOptimized::optimised)
            .map_err(refusal)?;
        if model.inputs.len() != 1 || model.outputs.len() != outputs {
            return Err(Error::Model("it has not the inputs and outputs that its pack names".into()));
        }
        let plan = model.into_runnable().map_err(refusal)?;
        Ok(Self { plan, shape: shape.to_vec(), outputs })
    }

    /// Runs one input through the network: as many values as its shape holds, row by row.
    ///
    /// # Errors
    /// [`Error::Model`] where the input has another size, the network fails, or an answer is no number.
    pub fn run(&self, input: &[f32]) -> Result<Vec<Vec<f32>>, Error> {
        let tensor = Tensor::from_shape(&self.shape, input).map_err(refusal)?;
        let answers = self.plan.run(tvec!(tensor.into())).map_err(refusal)?;
        let mut found = Vec::with_capacity(self.outputs);
        for answer in &answers {
            let values = answer.try_as_plain_ram().and_then(|plain| plain.as_slice::<f32>()).map_err(refusal)?;
            if values.iter().any(|value| !value.is_finite()) {
                return Err(Error::Model("it answered what is no number".into()));
            }
            found.push(values.to_vec());
        }
        Ok(found)
    }
}

/// Names a step of the chain above.
trait IntoOptimized {
    fn optimised(self) -> TractResult<TypedModel>;
}

impl IntoOptimized for InferenceModel {
    fn optimised(self) -> TractResult<TypedModel> {
        self.into_optimized()
    }
}

#[cfg(test)]
#[path = "runtime_tests.rs"]
mod tests;
