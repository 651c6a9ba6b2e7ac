import './agent.css';
import type { MadeFile } from './types';

/** What tools made: pictures as they are, everything else by its name. */
export function MadeFiles({ files }: { files: readonly MadeFile[] | undefined }) {
  if (!files?.length) return null;
  return (
    <div className="md-made">
      {files.map(({ id, name, kind, url }) => (kind === 'image'
        ? <a key={id} href={url} target="_blank" rel="noreferrer"><img src={url} alt={name} loading="lazy" /></a>
        : <a key={id} href={url} download={name}>{name}</a>))}
    </div>
  );
}
