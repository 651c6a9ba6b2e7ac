import type { Token, Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { CitationMark } from '../CitationMark';
import { readEntities } from './entities';
import type { CitationToken } from './lexer';
import { foreignHost, isOwnImage, safeLink } from './safeAddress';

/** The inline parts of Markdown. HTML in it is text like any other. */
export function Inline({ tokens }: { tokens: readonly Token[] | undefined }) {
  return <>{tokens?.map((token, at) => <Fragment key={at}>{inline(token)}</Fragment>)}</>;
}

function inline(token: Token): ReactNode {
  switch (token.type) {
    case 'text': return token.tokens ? <Inline tokens={token.tokens} /> : readEntities((token as Tokens.Text).text);
    case 'strong': return <strong><Inline tokens={token.tokens} /></strong>;
    case 'em': return <em><Inline tokens={token.tokens} /></em>;
    case 'del': return <del><Inline tokens={token.tokens} /></del>;
    case 'codespan': return <code>{(token as Tokens.Codespan).text}</code>;
    case 'br': return <br />;
    case 'link': return <SafeLink token={token as Tokens.Link} />;
    case 'image': return <SafeImage token={token as Tokens.Image} />;
    case 'citation': return <CitationMark positions={(token as CitationToken).positions} raw={token.raw} />;
    case 'checkbox': return (token as Tokens.Checkbox).checked ? '☑ ' : '☐ ';
    case 'escape': return (token as Tokens.Escape).text;
    default: return token.raw;
  }
}

function SafeLink({ token }: { token: Tokens.Link }) {
  const href = safeLink(token.href);
  const host = href && foreignHost(href);
  if (!href) return <Inline tokens={token.tokens} />;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      <Inline tokens={token.tokens} />
      {host && !token.text.includes(host) && <span className="md-md-host"> ({host})</span>}
    </a>
  );
}

function SafeImage({ token }: { token: Tokens.Image }) {
  if (isOwnImage(token.href)) return <img src={token.href} alt={token.text} loading="lazy" />;
  const href = safeLink(token.href);
  const host = href && foreignHost(href);
  const text = token.text || token.href;
  if (!href) return text;
  return <a href={href} target="_blank" rel="noopener noreferrer">{text}<span className="md-md-host"> ({host})</span></a>;
}
