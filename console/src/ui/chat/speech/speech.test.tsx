import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { send } from '../../../api/client';
import { problem, type Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { player } from './player';
import { ReadAloud } from './ReadAloud';
import { fileNameOf } from './recording';
import { SpeechContext, type SpeechAccess } from './SpeechContext';
import { Voice } from './Voice';

const access: SpeechAccess = { send, path: '/api/v1/apps/a1', draft: true, hears: true, speaks: true };

function Talk({ speech }: { speech: SpeechAccess }) {
  const [text, setText] = useState('');
  return (
    <SpeechContext value={speech}>
      <Voice onText={setText} />
      <ReadAloud messageId="m1" />
      <ReadAloud messageId="m2" />
      <output>{text}</output>
    </SpeechContext>
  );
}

const show = (answers: Record<string, Answer> = {}, speech = access) =>
  renderPage(<Talk speech={speech} />, { words: ['speech'], answers });

/** A microphone that is allowed, and a recorder whose sound is `sound`. */
function givenMicrophone(refusal?: string) {
  const release = vi.fn();
  class FakeRecorder extends EventTarget {
    static isTypeSupported = (type: string) => type.startsWith('audio/webm');
    state = 'inactive';
    mimeType = 'audio/webm;codecs=opus';
    ondataavailable?: (event: { data: Blob }) => void;
    onstop?: () => void;
    start() {
      this.state = 'recording';
    }
    stop() {
      this.state = 'inactive';
      this.ondataavailable?.({ data: new Blob(['sound']) });
      this.onstop?.();
    }
  }
  vi.stubGlobal('MediaRecorder', FakeRecorder);
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: {
      getUserMedia: async () => {
        if (refusal) throw new DOMException('No.', refusal);
        return { getTracks: () => [{ stop: release }] };
      },
    },
  });
  return { release };
}

/** An element that plays as soon as it is told to. */
function givenLoudspeaker() {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async function play(this: HTMLMediaElement) {
    this.dispatchEvent(new Event('playing'));
  });
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(function pause(this: HTMLMediaElement) {
    this.dispatchEvent(new Event('pause'));
  });
  URL.createObjectURL = () => 'blob:sound';
  URL.revokeObjectURL = () => {};
}

afterEach(() => {
  player.stop();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

it('puts what is said into words', async () => {
  const { release } = givenMicrophone();
  let form: FormData | undefined;
  const { server } = await show({
    'POST /api/v1/apps/a1/audio-to-text': async (request) => {
      form = await request.formData();
      return Response.json({ text: ' How far apart? ' });
    },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Speak' }));
  expect(await screen.findByRole('timer', { name: 'Recording' })).toHaveTextContent('0:00');
  await userEvent.click(screen.getByRole('button', { name: 'Stop and put it into words' }));

  expect(await screen.findByText('How far apart?')).toBeVisible();
  expect((form!.get('file') as File).size).toBe('sound'.length);
  expect(server.calls.at(-1)!.url).toContain('draft=true');
  expect(release).toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Speak' })).toBeVisible();
});

it('throws a recording away with Esc', async () => {
  const { release } = givenMicrophone();
  const { server } = await show();

  await userEvent.click(await screen.findByRole('button', { name: 'Speak' }));
  await screen.findByRole('timer');
  fireEvent.keyDown(window, { key: 'Escape' });

  expect(await screen.findByRole('button', { name: 'Speak' })).toBeVisible();
  expect(release).toHaveBeenCalled();
  expect(server.calls.some(({ url }) => url.includes('audio-to-text'))).toBe(false);
});

it.each([
  ['NotAllowedError', /does not let this page use the microphone/],
  ['NotFoundError', /no microphone that can be used/],
])('says what to do after %s', async (refusal, sentence) => {
  givenMicrophone(refusal);
  await show();

  await userEvent.click(await screen.findByRole('button', { name: 'Speak' }));

  expect(await screen.findByText(sentence)).toBeVisible();
});

it('says that browsers record on safe pages only', async () => {
  await show();

  await userEvent.click(await screen.findByRole('button', { name: 'Speak' }));

  expect(await screen.findByText(/record only on pages with HTTPS/)).toBeVisible();
});

it('reads an answer aloud, pauses, and goes on; another one ends it', async () => {
  givenLoudspeaker();
  const asked: unknown[] = [];
  await show({
    'POST /api/v1/apps/a1/text-to-audio': async (request) => {
      asked.push(await request.json());
      return new Response('sound', { headers: { 'Content-Type': 'audio/mpeg' } });
    },
  });

  const [first, second] = await screen.findAllByRole('button', { name: 'Read aloud' });
  await userEvent.click(first!);
  await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Go on reading' }));
  expect(await screen.findByRole('button', { name: 'Pause' })).toBe(first);
  await userEvent.click(second!);

  await waitFor(() => expect(second).toHaveAccessibleName('Pause'));
  expect(first).toHaveAccessibleName('Read aloud');
  expect(asked).toEqual([{ message_id: 'm1', draft: true }, { message_id: 'm2', draft: true }]);
});

it('says why an answer cannot be read', async () => {
  givenLoudspeaker();
  await show({
    'POST /api/v1/apps/a1/text-to-audio': () => problem(404, 'models.text_to_speech_missing', 'x'),
  });

  await userEvent.click((await screen.findAllByRole('button', { name: 'Read aloud' }))[0]!);

  expect(await screen.findByText(/no model that speaks/)).toBeVisible();
});

it('offers neither where the app does neither', async () => {
  await show({}, { ...access, hears: false, speaks: false });

  expect(screen.queryByRole('button', { name: 'Speak' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Read aloud' })).not.toBeInTheDocument();
});

it.each([
  ['audio/webm;codecs=opus', 'voice.webm'], ['audio/ogg;codecs=opus', 'voice.ogg'], ['audio/mp4', 'voice.m4a'],
])('names a recording of %s so that models know its format', (type, name) => {
  expect(fileNameOf(type)).toBe(name);
});
