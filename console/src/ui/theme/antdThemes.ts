import { theme as antd, type MappingAlgorithm, type ThemeConfig } from 'antd';
import { fonts, tokens, type ThemeName, type TokenName } from './tokens';

type Density = 'dense' | 'comfortable';

function themeOf(name: ThemeName, density: Density): ThemeConfig {
  const of = (token: TokenName) => tokens[token][name];
  const comfortable = density === 'comfortable';
  const fontSize = comfortable ? 14 : 13;

  const colours = {
    colorPrimary: of('accent'),
    colorPrimaryHover: of('accentHover'),
    colorPrimaryActive: of('accentActive'),
    colorPrimaryText: of('accent'),
    colorPrimaryTextHover: of('accentHover'),
    colorPrimaryTextActive: of('accentActive'),
    colorPrimaryBg: of('accentTint'),
    colorPrimaryBgHover: of('accentTint'),
    colorPrimaryBorder: of('accentLine'),
    colorPrimaryBorderHover: of('accent'),
    colorInfo: of('accent'),
    colorInfoBg: of('accentTint'),
    colorInfoBorder: of('accentLine'),
    colorLink: of('accent'),
    colorLinkHover: of('accentHover'),
    colorLinkActive: of('accentActive'),
    colorSuccess: of('ok'),
    colorSuccessBg: of('okTint'),
    colorSuccessBorder: of('okTint'),
    colorWarning: of('warn'),
    colorWarningBg: of('warnTint'),
    colorWarningBorder: of('warnTint'),
    colorError: of('err'),
    colorErrorHover: of('err'),
    colorErrorBg: of('errTint'),
    colorErrorBorder: of('errTint'),
    colorText: of('text'),
    colorTextSecondary: of('text2'),
    colorTextTertiary: of('text3'),
    colorTextQuaternary: of('text4'),
    colorTextLightSolid: of('onAccent'),
    colorBgLayout: of('paper'),
    colorBgContainer: of('surface'),
    colorBgElevated: of('raised'),
    colorFillAlter: of('sunken'),
    colorFillQuaternary: of('sunken'),
    colorFillTertiary: of('hover'),
    colorFillSecondary: of('active'),
    colorFill: of('active'),
    colorBorder: of('line2'),
    colorBorderSecondary: of('line'),
    colorTextPlaceholder: of('text3'),
    colorTextDisabled: of('text4'),
    colorTextDescription: of('text3'),
    colorTextLabel: of('text2'),
    colorTextHeading: of('text'),
    colorIcon: of('text3'),
    colorIconHover: of('text'),
    colorBgMask: name === 'light' ? 'rgb(29 28 26 / 30%)' : 'rgb(0 0 0 / 55%)',
    controlItemBgHover: of('hover'),
    controlItemBgActive: of('accentTint'),
    controlItemBgActiveHover: of('accentTint'),
    controlOutline: name === 'light' ? 'rgb(23 96 127 / 16%)' : 'rgb(116 185 218 / 22%)',
    boxShadow: raised(name),
    boxShadowSecondary: raised(name),
    boxShadowTertiary: 'none',
  };

  // The dark algorithm recomputes the seeds: a petrol for dark paper would come out as another petrol. The second step puts
  // the table's own values back.
  const exact: MappingAlgorithm = (_seed, map) => ({ ...map!, ...colours });
  const control = { colorBorder: of('line3') };

  return {
    algorithm: [name === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm, exact],
    hashed: false,
    cssVar: { key: `md-${name}-${density}` },
    token: {
      ...colours,
      fontFamily: fonts.sans,
      fontFamilyCode: fonts.mono,
      fontSize,
      fontSizeSM: comfortable ? 13 : 12,
      fontSizeLG: 15,
      lineHeight: comfortable ? 22 / 14 : 1.5385,
      fontWeightStrong: 600,
      controlHeight: comfortable ? 34 : 30,
      controlHeightSM: comfortable ? 28 : 24,
      controlHeightLG: comfortable ? 40 : 36,
      borderRadius: 5,
      borderRadiusXS: 2,
      borderRadiusSM: 3,
      borderRadiusLG: 8,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.14s',
      motionDurationSlow: '0.2s',
      motionEaseInOut: 'cubic-bezier(.2,0,0,1)',
      motionEaseOut: 'cubic-bezier(.2,0,0,1)',
      zIndexPopupBase: 1050,
      wireframe: false,
    },
    components: {
      Button: {
        primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500,
        defaultBorderColor: of('line2'), defaultHoverBorderColor: of('line3'), defaultHoverColor: of('text'),
        defaultActiveColor: of('text'), defaultActiveBorderColor: of('line3'), defaultHoverBg: of('surface'),
        contentFontSizeLG: fontSize, paddingInline: 10, paddingInlineSM: 7,
      },
      Input: { ...control, paddingInline: 9, activeShadow: `0 0 0 2px ${of('accentTint')}` },
      InputNumber: { ...control, paddingInline: 9 },
      Select: { ...control, optionSelectedBg: of('accentTint'), optionActiveBg: of('hover'), optionSelectedFontWeight: 500 },
      Checkbox: control,
      Radio: control,
      DatePicker: control,
      Switch: { trackHeight: 18, trackMinWidth: 32, handleSize: 14, colorTextQuaternary: of('line3'), colorTextTertiary: of('line3') },
      Segmented: { trackBg: of('sunken'), itemSelectedBg: of('surface'), trackPadding: 2 },
      Modal: { titleFontSize: 15, titleLineHeight: 22 / 15 },
      Drawer: { paddingLG: 16, fontSizeLG: 15 },
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 22, labelColor: of('text2') },
      Tooltip: { colorBgSpotlight: name === 'light' ? '#1D1C1A' : '#2E3338', colorTextLightSolid: '#FFFFFF' },
      Tabs: { horizontalItemPadding: '10px 0', horizontalItemGutter: 20, titleFontSize: fontSize, horizontalMargin: '0' },
      Menu: { itemBorderRadius: 4 },
      Table: { headerBg: of('surface'), rowHoverBg: of('hover'), borderColor: of('line') },
    },
  };
}

function raised(name: ThemeName): string {
  return `0 0 0 1px ${tokens.line2[name]}, 0 8px 24px -6px rgb(0 0 0 / ${name === 'light' ? 16 : 70}%)`;
}

// Constants on purpose: a new theme object makes Ant Design compute and render everything again.
const themes = {
  light: { dense: themeOf('light', 'dense'), comfortable: themeOf('light', 'comfortable') },
  dark: { dense: themeOf('dark', 'dense'), comfortable: themeOf('dark', 'comfortable') },
} satisfies Record<ThemeName, Record<Density, ThemeConfig>>;

/** Ant Design's theme for an appearance and a density; the same object every time. */
export function antdTheme(name: ThemeName, density: Density): ThemeConfig {
  return themes[name][density];
}
