/** Input that cannot be annotated: what is wrong with it, and what its owner can do. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly remedy: string;
  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}
