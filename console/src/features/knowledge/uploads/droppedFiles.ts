/** A file with its place in the folder that was chosen, its own name included; empty for a single file. */
export interface ChosenFile {
  file: File;
  path: string;
}

// What systems leave in folders without anybody meaning to keep it.
const litter = /^(\..*|Thumbs\.db|desktop\.ini|~\$.*)$/i;

/** The files of the browser's pickers; a folder's come with their paths. */
export const pickedFiles = (files: Iterable<File>): ChosenFile[] =>
  [...files].map((file) => ({ file, path: file.webkitRelativePath ?? '' })).filter(isMeant);

/** What was dropped, with whatever lies in dropped folders. To be called while the event lasts. */
export async function droppedFiles(transfer: Pick<DataTransfer, 'files' | 'items'>): Promise<ChosenFile[]> {
  const entries = [...transfer.items ?? []].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (!entries.some((entry) => entry?.isDirectory)) return pickedFiles(transfer.files);
  const found = await Promise.all(entries.map((entry) => (entry ? filesUnder(entry, '') : [])));
  return found.flat().filter(isMeant);
}

async function filesUnder(entry: FileSystemEntry, folder: string): Promise<ChosenFile[]> {
  const path = folder ? `${folder}/${entry.name}` : entry.name;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: folder ? path : '' }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: ChosenFile[] = [];
  // A reader hands out a folder by the hundred until it has nothing more.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return all;
    for (const child of batch) all.push(...await filesUnder(child, path));
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const isMeant = ({ path }: ChosenFile) => path === '' || !path.split('/').some((step) => litter.test(step));
