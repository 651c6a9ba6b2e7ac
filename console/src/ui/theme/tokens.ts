/** One colour by theme: what `--md-<name>` is on `:root` and on `[data-theme=dark]`. */
export interface Token {
  light: string;
  dark: string;
}

const token = (light: string, dark: string): Token => ({ light, dark });

/**
 * The only place where a colour is written. CSS variables (`--md-<name>`) and both Ant Design themes come from this table,
 * and a test computes the contrasts that the pairs need.
 */
export const tokens = {
  paper: token('#F4F3F0', '#101214'),
  surface: token('#FFFFFF', '#181B1E'),
  sunken: token('#EEECE7', '#121517'),
  raised: token('#FFFFFF', '#1F2327'),
  board: token('#F8F7F4', '#14171A'),
  grid: token('#E4E1DA', '#22272B'),
  line: token('#E3E0D9', '#2A2F34'),
  line2: token('#CFCBC2', '#3B4147'),
  line3: token('#8C8880', '#737A81'),
  hover: token('rgb(29 28 26 / 4.5%)', 'rgb(233 231 226 / 5%)'),
  active: token('rgb(29 28 26 / 8%)', 'rgb(233 231 226 / 9%)'),
  text: token('#1D1C1A', '#E9E7E2'),
  text2: token('#55524C', '#B5B1A9'),
  text3: token('#6B675F', '#938F87'),
  text4: token('#A8A49B', '#5F6166'),
  accent: token('#17607F', '#74B9DA'),
  accentHover: token('#0F4F6A', '#8FC9E4'),
  accentActive: token('#0B3F55', '#A9D7EC'),
  accentTint: token('#E6F0F4', '#17303D'),
  accentLine: token('#A9CAD8', '#2B566B'),
  onAccent: token('#FFFFFF', '#0E1B22'),
  ok: token('#2B7347', '#6FBF8B'),
  okTint: token('#E6F2EA', '#17291E'),
  warn: token('#8A5A00', '#DDB057'),
  warnTint: token('#FBF0DA', '#2F2612'),
  err: token('#B3261E', '#F08A80'),
  errTint: token('#FBE9E7', '#351B19'),
  mark: token('#FBE7BD', '#4B3A14'),
  markText: token('#4A3300', '#F6DFA8'),
  copper: token('#A85822', '#E09A63'),
  'fam-io': token('#55524C', '#B5B1A9'),
  'fam-io-bg': token('#F0EEEA', '#24272A'),
  'fam-model': token('#17607F', '#74B9DA'),
  'fam-model-bg': token('#E6F0F4', '#17303D'),
  'fam-know': token('#8F5200', '#E5A85A'),
  'fam-know-bg': token('#FAF0E0', '#33260F'),
  'fam-logic': token('#7A2E4E', '#E093B4'),
  'fam-logic-bg': token('#F7EAF0', '#35202B'),
  'fam-data': token('#5A5600', '#C5C25C'),
  'fam-data-bg': token('#F2F1DD', '#2B2B12'),
  'fam-tool': token('#43359A', '#A79CF0'),
  'fam-tool-bg': token('#ECEAF8', '#25213F'),
  'fam-human': token('#A03A4E', '#F0929F'),
  'fam-human-bg': token('#FBEAEC', '#391F24'),
} as const satisfies Record<string, Token>;

export type TokenName = keyof typeof tokens;
export type ThemeName = keyof Token;

/** Series colours of charts, in order; at most six, then "others". All are at least 3:1 on the sheet. */
export const chartColours: Record<ThemeName, readonly string[]> = {
  light: ['#17607F', '#D37812', '#4C94EC', '#5B2036', '#7A9F66', '#352180', '#B28391', '#554F00'],
  dark: ['#74B9DA', '#D9822B', '#B2CB5C', '#A36D8B', '#5B76D6', '#EAAE93', '#7FE0CF', '#8A8F6A'],
};

export const fonts = {
  sans: '"Inter Variable", system-ui, -apple-system, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", "MiSans", '
    + '"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif',
  mono: '"JetBrains Mono", "SFMono-Regular", "Cascadia Code", Consolas, "Liberation Mono", "Sarasa Mono SC", '
    + '"Noto Sans Mono CJK SC", monospace',
} as const;
