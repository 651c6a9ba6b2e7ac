/** The mark: a deck with pins, one of them copper. */
export function Mark({ size = 18 }: { size?: number }) {
  return (
    <svg className="md-mark" width={size} height={size} viewBox="0 0 18 18" aria-hidden>
      <path fill="var(--md-text)" d="M3 2h3v4H3zM7.5 2h3v4h-3zM3 12h3v4H3zM12 12h3v4h-3zM7.5 12h3v4h-3z" />
      <path fill="var(--md-copper)" d="M12 2h3v4h-3z" />
      <path fill="var(--md-accent)" d="M1 7h16v1.6H1zM1 9.4h16V11H1z" />
    </svg>
  );
}
