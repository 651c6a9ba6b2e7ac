import { contrast } from '../ui/theme/contrast';
import { tokens } from '../ui/theme/tokens';
import type { SiteLook } from './types';

/** An emoji, a picture of ours, or the first letter. Pictures of other sites are not loaded: they would learn who visits. */
export function SiteIcon({ site }: { site: Pick<SiteLook, 'icon' | 'icon_type' | 'icon_background' | 'title'> }) {
  const { icon, icon_type, icon_background, title } = site;
  const isOwn = icon_type !== 'emoji' && icon !== null && /^(data:image\/|\/(?!\/))/.test(icon);
  return (
    <span
      className="md-site-icon" aria-hidden data-letter={(!isOwn && (!icon || icon_type !== 'emoji')) || undefined}
      style={icon_background ? { background: icon_background, color: inkOn(icon_background) } : undefined}
    >
      {isOwn ? <img src={icon} alt="" /> : icon_type === 'emoji' && icon ? icon : title.slice(0, 1)}
    </span>
  );
}

// The ground is the same in both themes, and so is what is read on it.
function inkOn(ground: string): string {
  const long = ground.length === 4 ? `#${[...ground.slice(1)].map((digit) => digit + digit).join('')}` : ground;
  return contrast(tokens.text.light, long) >= 4.5 ? tokens.text.light : tokens.onAccent.light;
}
