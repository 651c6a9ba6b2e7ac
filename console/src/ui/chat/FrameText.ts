/** Gathers text as it arrives and says once per frame that there is some. */
export class FrameText {
  readonly #onFrame: () => void;
  #text = '';
  #frame: number | undefined;

  constructor(onFrame: () => void) {
    this.#onFrame = onFrame;
  }

  add(text: string): void {
    this.#text += text;
    if (this.#frame !== undefined) return;
    // A hidden page draws no frames; its answer has to arrive all the same.
    this.#frame = document.hidden
      ? window.setTimeout(this.#onFrame, 250)
      : requestAnimationFrame(this.#onFrame);
  }

  /** What has been gathered; the next text waits for a frame of its own. */
  take(): string {
    if (this.#frame !== undefined) {
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#frame);
      this.#frame = undefined;
    }
    const text = this.#text;
    this.#text = '';
    return text;
  }
}
