import { later } from '../../../ui/later';

// The form stands first. A preview is a conversation and speaks with its words.
const words = ['chat', 'talk'];

export const Preview = later(words, async () => (await import('./Preview')).Preview);
export const CompletionPreview = later(words, async () => (await import('./CompletionPreview')).CompletionPreview);
