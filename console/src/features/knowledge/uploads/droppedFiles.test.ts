import { droppedFiles, pickedFiles } from './droppedFiles';

const fileEntry = (name: string) => ({
  name, isFile: true, isDirectory: false, file: (taken: (file: File) => void) => taken(new File(['x'], name)),
});

const folderEntry = (name: string, ...children: object[]) => {
  // A browser hands out a folder in batches and ends with an empty one.
  const batches = [children.slice(0, 1), children.slice(1), []];
  return { name, isFile: false, isDirectory: true, createReader: () => ({ readEntries: (taken: (batch: object[]) => void) => taken(batches.shift()!) }) };
};

const dropOf = (...entries: object[]) => ({
  files: [] as unknown as FileList,
  items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) as unknown as DataTransferItemList,
});

it('finds the files of dropped folders with their paths', async () => {
  const found = await droppedFiles(dropOf(
    folderEntry('codes', fileEntry('a.pdf'), folderEntry('2024', fileEntry('b.pdf'))), fileEntry('c.txt'),
  ));

  expect(found.map(({ file, path }) => [file.name, path])).toEqual([
    ['a.pdf', 'codes/a.pdf'], ['b.pdf', 'codes/2024/b.pdf'], ['c.txt', ''],
  ]);
});

it('leaves out what systems put into folders', async () => {
  const found = await droppedFiles(dropOf(
    folderEntry('codes', fileEntry('.DS_Store'), fileEntry('Thumbs.db'), folderEntry('.git', fileEntry('config')), fileEntry('a.pdf')),
  ));

  expect(found.map(({ path }) => path)).toEqual(['codes/a.pdf']);
});

it('takes single files as they were picked, whatever their names', () => {
  expect(pickedFiles([new File(['x'], '.env')])).toHaveLength(1);
});
