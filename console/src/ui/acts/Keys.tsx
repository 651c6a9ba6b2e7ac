const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const names: Record<string, string> = {
  mod: isMac ? '⌘' : 'Ctrl', shift: '⇧', enter: '↵', escape: 'Esc', arrowup: '↑', arrowdown: '↓', backspace: '⌫',
};

/** The keys of an act as they stand on the keyboard. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="md-keys" aria-hidden>
      {keys.split(/[ +]/).map((key) => <kbd key={key}>{names[key] ?? key.toUpperCase()}</kbd>)}
    </span>
  );
}
