import { later } from '../../../ui/later';

// After the page stands: it begins with what the server has.
export const KeptDraftNote = later(['draftKept'], async () => (await import('./KeptDraftNote')).KeptDraftNote);
