/** A layer that is not what its schema says. The runner turns it into a `StageError` of the stage that added the layer. */
export class LayerError extends Error {
  override readonly name = "LayerError";
  readonly layer: string;
  constructor(layer: string, message: string, options?: ErrorOptions) {
    super(`layer "${layer}" is not valid: ${message}`, options);
    this.layer = layer;
  }
}
