import { useTranslation } from 'react-i18next';
import { glyphs, stateOf, type State } from './state';
import './StateTag.css';

interface StateTagProps {
  /** As the API says it: `indexing`, `error`, `cancelled`. */
  state: string;
  /** Instead of the state's own word: a counted fact, a sentence. */
  children?: string;
  /** The face, where the state's own does not fit. */
  as?: State;
}

/** A state as glyph, word and colour, never colour alone. */
export function StateTag({ state, children, as }: StateTagProps) {
  const { t } = useTranslation();
  const face = as ?? stateOf(state);
  return (
    <span className="md-state" data-state={face}>
      <span className="md-state-glyph" aria-hidden>{glyphs[face]}</span>
      {children ?? t(`state.${state.toLowerCase()}`, { defaultValue: state })}
    </span>
  );
}
