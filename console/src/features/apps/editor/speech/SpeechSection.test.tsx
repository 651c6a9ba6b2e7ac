import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderPage } from '../../../../testing/render';
import type { AppConfig } from '../../../../ui/chat/appConfig';
import { SpeechSection } from './SpeechSection';

function Form({ initial, onChange }: { initial: AppConfig; onChange: (config: AppConfig) => void }) {
  const [config, setConfig] = useState(initial);
  const change = (part: Partial<AppConfig>) => {
    const next = { ...config, ...part };
    setConfig(next);
    onChange(next);
  };
  return <SpeechSection config={config} change={change} />;
}

async function show(initial: AppConfig, models: object[]) {
  const changed = vi.fn();
  await renderPage(<Form initial={initial} onChange={changed} />, {
    words: ['speech'], answers: { 'GET /api/v1/models': { data: models } },
  });
  return changed;
}

it('writes what is chosen in the shape of the DSL and keeps what it does not know', async () => {
  const changed = await show(
    { text_to_speech: { enabled: false, language: 'zh-Hans' }, middeck: { memory: { turns: 3 } } },
    [{ id: 'openai/tts-1', provider: 'openai', name: 'tts-1', type: 'text_to_speech' }],
  );

  await userEvent.click(await screen.findByRole('switch', { name: 'Answers can be read aloud' }));
  await userEvent.type(screen.getByLabelText('Voice'), 'nova');
  await userEvent.click(screen.getByRole('switch', { name: 'Read each answer as soon as it is complete' }));
  await userEvent.click(screen.getByRole('combobox', { name: 'Model that speaks' }));
  await userEvent.click(await screen.findByText('openai/tts-1', { selector: '[class*=option-content]' }));

  expect(changed).toHaveBeenLastCalledWith({
    text_to_speech: { enabled: true, language: 'zh-Hans', voice: 'nova', autoPlay: 'enabled' },
    middeck: { memory: { turns: 3 }, text_to_speech: { model: { provider: 'openai', name: 'tts-1' } } },
  });
});

it('says what to add where no model listens', async () => {
  await show({}, []);

  await userEvent.click(await screen.findByRole('switch', { name: 'People may speak instead of writing' }));

  expect(await screen.findByText(/Add one under Providers, such as whisper-1/)).toBeVisible();
});
