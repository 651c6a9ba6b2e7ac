const type = 'audio/mpeg';

interface Sound {
  /** The address that the element plays, to be given back. */
  url: () => string;
  /** When playing can begin. */
  ready: Promise<void>;
}

/** Gives an answer's sound to an element: while it arrives where the browser can, else when all of it is there. */
export function soundOf(response: Response, audio: HTMLAudioElement, signal: AbortSignal): Sound {
  const canStream = typeof MediaSource !== 'undefined' && MediaSource.isTypeSupported(type) && response.body !== null;
  return canStream ? streamed(response.body!, audio, signal) : whole(response, audio);
}

function whole(response: Response, audio: HTMLAudioElement): Sound {
  const ready = response.blob().then((blob) => {
    audio.src = URL.createObjectURL(blob);
  });
  return { url: () => audio.src, ready };
}

function streamed(body: ReadableStream<Uint8Array<ArrayBuffer>>, audio: HTMLAudioElement, signal: AbortSignal): Sound {
  const source = new MediaSource();
  const url = URL.createObjectURL(source);
  audio.src = url;
  const ready = (async () => {
    await once(source, 'sourceopen');
    const buffer = source.addSourceBuffer(type);
    const parts = body.getReader();
    const add = async (): Promise<boolean> => {
      const { done, value } = await parts.read();
      if (done || signal.aborted) return false;
      buffer.appendBuffer(value);
      await once(buffer, 'updateend');
      return true;
    };
    await add();
    // The rest arrives while the beginning is heard; a stream that breaks off ends what is heard with an error of the element.
    void (async () => {
      while (await add());
      if (source.readyState === 'open') source.endOfStream();
    })().catch(() => source.readyState === 'open' && source.endOfStream('network'));
  })();
  return { url: () => url, ready };
}

function once(target: EventTarget, event: string): Promise<Event> {
  return new Promise((resolve) => target.addEventListener(event, resolve, { once: true }));
}
