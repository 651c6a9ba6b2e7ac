import type { Token, Tokens } from 'marked';
import { memo } from 'react';
import { CodeBlock } from '../../copy/CodeBlock';
import { Inline } from './Inline';

/** One block of Markdown. While an answer grows only its last block is drawn again. */
export const Block = memo(function Block({ token }: { token: Token }) {
  switch (token.type) {
    case 'space': case 'def': return null;
    case 'heading': return <Heading token={token as Tokens.Heading} />;
    case 'paragraph': return <p><Inline tokens={token.tokens} /></p>;
    case 'code': {
      const { lang, text } = token as Tokens.Code;
      return <CodeBlock code={text} language={lang?.split(/\s/)[0] || 'text'} />;
    }
    case 'blockquote': return <blockquote><Blocks tokens={token.tokens} /></blockquote>;
    case 'list': return <List token={token as Tokens.List} />;
    case 'table': return <Table token={token as Tokens.Table} />;
    case 'hr': return <hr />;
    case 'html': return <p>{token.raw}</p>;
    default: return <Inline tokens={[token]} />;
  }
}, (before, after) => before.token.raw === after.token.raw && before.token.type === after.token.type);

export function Blocks({ tokens }: { tokens: readonly Token[] | undefined }) {
  return <>{tokens?.map((token, at) => <Block key={at} token={token} />)}</>;
}

// The page has its one h1 and the panels their h2.
function Heading({ token }: { token: Tokens.Heading }) {
  const text = <Inline tokens={token.tokens} />;
  if (token.depth === 1) return <h3 data-level={1}>{text}</h3>;
  if (token.depth === 2) return <h3>{text}</h3>;
  return token.depth === 3 ? <h4>{text}</h4> : <h5>{text}</h5>;
}

function List({ token }: { token: Tokens.List }) {
  const items = token.items.map((item, at) => (
    <li key={at} data-task={item.task || undefined}><Blocks tokens={item.tokens} /></li>
  ));
  return token.ordered ? <ol start={token.start === '' ? 1 : token.start}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ token }: { token: Tokens.Table }) {
  return (
    <div className="md-md-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {token.header.map((cell, at) => (
              <th key={at} data-align={cell.align ?? undefined}><Inline tokens={cell.tokens} /></th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) => (
                <td key={at} data-align={cell.align ?? undefined}><Inline tokens={cell.tokens} /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
