import type { FileSection } from '../appConfig';
import type { FileKind } from '../types';

/** Which files may be given in a place. */
export interface FileTakes {
  kinds: readonly FileKind[];
  /** Of files that are none of the known kinds, lower case without the dot; none for all. */
  extensions: readonly string[];
  local: boolean;
  remote: boolean;
  limit: number;
  /** Bytes, where they are known. */
  maxBytes?: Partial<Record<FileKind, number>>;
}

const kinds: readonly FileKind[] = ['image', 'document', 'audio', 'video', 'custom'];
const usualLimit = 3;
const usualFieldLimit = 5;

const extensionsOf: Partial<Record<FileKind, readonly string[]>> = {
  image: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'svg'],
  audio: ['mp3', 'm4a', 'wav', 'amr', 'mpga'],
  video: ['mp4', 'mov', 'mpeg', 'webm'],
};

/** What a question may come with, by the section `file_upload`; undefined for no files. */
export function takesOf(section: FileSection | null | undefined, maxBytes?: FileTakes['maxBytes']): FileTakes | undefined {
  if (!section || !(section.enabled ?? section.image?.enabled)) return undefined;
  return read(section, ['image'], section.number_limits ?? section.image?.number_limits ?? usualLimit, maxBytes);
}

/** What a field of the form takes: all kinds, unless it names some. */
export function takesOfField(body: FileSection, limit = usualFieldLimit, maxBytes?: FileTakes['maxBytes']): FileTakes {
  return read(body, kinds, limit, maxBytes);
}

function read(
  section: FileSection, usual: readonly FileKind[], limit: number, maxBytes: FileTakes['maxBytes'],
): FileTakes {
  const named = kinds.filter((kind) => section.allowed_file_types?.includes(kind));
  const methods = section.allowed_file_upload_methods ?? section.image?.transfer_methods ?? [];
  const names = (method: string) => methods.length === 0 || methods.includes(method);
  return {
    kinds: named.length > 0 ? named : usual,
    extensions: (section.allowed_file_extensions ?? []).map((one) => one.replace(/^\./, '').toLowerCase()),
    local: names('local_file'),
    remote: names('remote_url'),
    limit,
    maxBytes,
  };
}

export const extensionOf = (name: string) => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What a file is by its name; undefined when the server has to tell documents from the rest. */
export function kindOf(name: string): FileKind | undefined {
  const extension = extensionOf(name);
  return kinds.find((kind) => extensionsOf[kind]?.includes(extension));
}

/** Whether a file may be given; one of which the server has to tell the kind may. */
export function allows(takes: FileTakes, name: string, kind: FileKind | undefined): boolean {
  const isNamed = kind === undefined
    ? takes.kinds.includes('document')
    : kind !== 'custom' && takes.kinds.includes(kind);
  return isNamed || (takes.kinds.includes('custom')
    && (takes.extensions.length === 0 || takes.extensions.includes(extensionOf(name))));
}

/** The most bytes that the file may have; undefined where that is not known. */
export const maxBytesOf = (takes: FileTakes, name: string): number | undefined =>
  takes.maxBytes?.[kindOf(name) ?? 'document'];

/** For the browser's file dialog; undefined where any file may be the right one. */
export function acceptOf(takes: FileTakes): string | undefined {
  if (takes.kinds.includes('document') || (takes.kinds.includes('custom') && takes.extensions.length === 0)) return undefined;
  const known = takes.kinds.flatMap((kind) => (kind === 'custom' ? takes.extensions : extensionsOf[kind] ?? []));
  return known.map((extension) => `.${extension}`).join(',');
}
