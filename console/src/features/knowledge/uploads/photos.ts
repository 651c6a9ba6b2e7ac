import type { ChosenFile } from './droppedFiles';

/** What a camera took, named by the time: phones call every photo alike, and each would take the place of the one before. */
export const photosOf = (files: Iterable<File>, now: Date): ChosenFile[] => [...files].map((file) => {
  const time = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19).replaceAll(':', '');
  const dot = file.name.lastIndexOf('.');
  const extension = dot < 0 ? '' : file.name.slice(dot).toLowerCase();
  return { file: new File([file], `photo-${time.replace('T', '-')}${extension}`, { type: file.type }), path: '' };
});
