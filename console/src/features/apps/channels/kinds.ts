import { Hash, MessageCircle, MessagesSquare, Send, Webhook, type LucideIcon } from 'lucide-react';
import type { Channel, ChannelKind, ChannelState, ChannelValues } from './types';
import type { State } from '../../../ui/states/state';

interface KindSpec {
  icon: LucideIcon;
  settings: readonly string[];
  secrets: readonly string[];
  /** Of those, what the platform can do without. */
  optional?: readonly string[];
  /** How many steps its set-up has: `steps.<kind>.<n>`. */
  steps: number;
}

/** What each kind is told and proves itself with, as the API names it. */
export const kinds: Record<ChannelKind, KindSpec> = {
  webhook: { icon: Webhook, settings: ['url'], secrets: [], steps: 2 },
  wecom: { icon: MessagesSquare, settings: ['corp_id', 'agent_id'], secrets: ['corp_secret', 'token', 'encoding_aes_key'], steps: 4 },
  feishu: {
    icon: Send, settings: ['app_id'], secrets: ['app_secret', 'verification_token', 'encrypt_key'], optional: ['encrypt_key'], steps: 5,
  },
  dingtalk: { icon: MessageCircle, settings: ['client_id'], secrets: ['client_secret'], steps: 3 },
  slack: { icon: Hash, settings: [], secrets: ['bot_token', 'signing_secret'], steps: 4 },
};

export const kindNames = Object.keys(kinds) as ChannelKind[];

/** What webhooks can be called on. */
export const events = ['message.completed', 'message.failed', 'conversation.started', 'feedback.given', 'app.published'] as const;

/** The face of each state of a channel. */
export const faces: Record<ChannelState, State> = {
  unused: 'waiting', working: 'succeeded', failing: 'failed', off: 'off', switched_off: 'degraded',
};

/** What the form begins with. */
export function initialValues(channel: Channel | undefined, language: string): Partial<ChannelValues> {
  if (channel) return { kind: channel.kind, name: channel.name, events: channel.events, settings: channel.settings };
  return {
    kind: 'webhook', events: ['message.completed', 'message.failed'],
    settings: { region: 'feishu', language: language.startsWith('zh') ? 'zh' : 'en', format: 'markdown', person_limit: 10 },
  };
}

/** What is sent of the form: nothing that belongs to another kind, and no secret that was left as it is. */
export function bodyOf({ kind, name, events: chosen, settings = {}, secrets = {} }: ChannelValues) {
  const kept = Object.fromEntries(kinds[kind].secrets.map((secret) => [secret, secrets[secret]?.trim()]).filter(([, value]) => value));
  return kind === 'webhook'
    ? { name: name.trim(), events: chosen ?? [], settings: { url: settings.url?.trim() } }
    : { name: name.trim(), settings: { ...settings, url: undefined }, secrets: kept };
}
