import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../../ui/acts/acts';

interface ConversationSearchProps {
  /** Called 200 ms after the last key, and not while an input method composes. */
  onSearch: (text: string) => void;
}

/** Looks for conversations by their names and questions; `/` goes there, Esc empties it. */
export function ConversationSearch({ onSearch }: ConversationSearchProps) {
  const { t } = useTranslation('talk');
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);

  useEffect(() => {
    if (composing) return undefined;
    const timer = setTimeout(() => onSearch(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text, composing, onSearch]);
  useActs([{ id: 'chat.search', label: t('search'), keys: '/', quiet: true, run: focusTheVisible }]);

  return (
    <div className="md-talks-search">
      <Search size={14} aria-hidden />
      <input
        type="search" value={text} maxLength={200} placeholder={t('search')} aria-label={t('search')}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => setComposing(true)} onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          setText('');
          event.currentTarget.blur();
        }}
      />
    </div>
  );
}

// The start page has the list twice: beside the apps, and on a phone below them.
function focusTheVisible(): void {
  const fields = document.querySelectorAll<HTMLInputElement>('.md-talks-search > input');
  [...fields].find(({ offsetParent }) => offsetParent !== null)?.focus();
}
