import type { SpeechAccess } from './SpeechContext';
import { soundOf } from './soundOf';

export interface PlayerState {
  /** The message that is heard, or was asked for. */
  messageId: string | undefined;
  state: 'idle' | 'loading' | 'playing' | 'paused' | 'failed';
  /** A `Problem`, or what the browser said. */
  error?: unknown;
}

const nothing: PlayerState = { messageId: undefined, state: 'idle' };

/** Reads one answer at a time aloud: another one, or leaving, ends it. */
class Player {
  readonly #listeners = new Set<() => void>();
  #state = nothing;
  #audio: HTMLAudioElement | undefined;
  #cancel: AbortController | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): PlayerState => this.#state;

  /** Begins an answer, or goes on with the one that was paused. */
  async play({ send, path, draft }: SpeechAccess, messageId: string): Promise<void> {
    if (this.#state.messageId === messageId && this.#state.state === 'paused') {
      await this.#audio?.play();
      return;
    }
    this.stop();
    const cancel = (this.#cancel = new AbortController());
    const isMine = () => this.#cancel === cancel;
    this.#set({ messageId, state: 'loading' });
    try {
      const response = await send(`${path}/text-to-audio`, {
        method: 'POST', signal: cancel.signal, headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ message_id: messageId, draft }),
      });
      const audio = (this.#audio = new Audio());
      audio.onplaying = () => isMine() && this.#set({ messageId, state: 'playing' });
      audio.onpause = () => isMine() && !audio.ended && this.#set({ messageId, state: 'paused' });
      audio.onended = () => isMine() && this.stop();
      audio.onerror = () => isMine() && this.#fail(messageId, audio.error);
      const { url, ready } = soundOf(response, audio, cancel.signal);
      cancel.signal.addEventListener('abort', () => URL.revokeObjectURL(url()), { once: true });
      await ready;
      await audio.play();
    } catch (error) {
      if (isMine()) this.#fail(messageId, error);
    }
  }

  pause(): void {
    this.#audio?.pause();
  }

  stop(): void {
    const audio = this.#audio;
    const cancel = this.#cancel;
    this.#audio = undefined;
    this.#cancel = undefined;
    audio?.pause();
    cancel?.abort();
    if (this.#state.state !== 'idle') this.#set(nothing);
  }

  #fail(messageId: string, error: unknown): void {
    this.stop();
    this.#set({ messageId, state: 'failed', error });
  }

  #set(state: PlayerState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

export const player = new Player();
