import { useState } from 'react';
import type { KnowledgeDocument } from '../types';
import { ChunkPane } from './ChunkPane';
import { PassageText } from './PassageText';
import type { Chunk } from './types';
import { useChunkActs } from './useChunkActs';
import { useChunkRows } from './useChunkRows';
import { WorkPanel } from './WorkPanel';

/** Text and chunks side by side; the chunk that is chosen or under the pointer is marked in the text, and the other way round. */
export function DocumentBody({ document }: { document: KnowledgeDocument }) {
  const acts = useChunkActs(document);
  const chunks = useChunkRows(document, acts);
  const [hovered, setHovered] = useState<Chunk>();
  const { rows, chosen, setChosen } = chunks;
  const shown = chosen || rows[0]?.id;

  return (
    <>
      <div className="md-document-text">
        <WorkPanel document={document} />
        {shown !== undefined && (
          <PassageText document={document} chunk={shown} rows={rows} hovered={hovered} onHover={setHovered} onChoose={setChosen} />
        )}
      </div>
      <div className="md-document-chunks">
        <ChunkPane document={document} chunks={chunks} acts={acts} shown={shown} hovered={hovered} onHover={setHovered} />
      </div>
    </>
  );
}
