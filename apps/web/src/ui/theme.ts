import {
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from '@mantine/core'

const spruce: MantineColorsTuple = [
  '#EEF5F2',
  '#DCEBE5',
  '#BAD8CD',
  '#8FC7B4',
  '#66AB95',
  '#458C77',
  '#2C6B5A',
  '#235748',
  '#1A4337',
  '#0F2E26',
]
const amber: MantineColorsTuple = [
  '#FDF1DC',
  '#FBE6C2',
  '#F7D596',
  '#F2B65A',
  '#EBA94A',
  '#D6912F',
  '#B3721B',
  '#8A4B08',
  '#6E3B06',
  '#3A2E18',
]
const rose: MantineColorsTuple = [
  '#FBECEA',
  '#F7DAD7',
  '#F2BDB8',
  '#F1958C',
  '#DF6F66',
  '#C44A42',
  '#A3312B',
  '#862621',
  '#661C18',
  '#3A2322',
]
/** Warm greys: 3 is the decorative line, 4 the border of controls (3.4 on paper), 6 quiet ink (5.9 on paper). */
const gray: MantineColorsTuple = [
  '#FAF7F2',
  '#F4EFE7',
  '#EDE8DF',
  '#E4DED4',
  '#7E8883',
  '#6B7772',
  '#56635E',
  '#46524D',
  '#323D39',
  '#1F2A27',
]
/** The same for the dark scheme: 0 ink, 2 quiet ink, 4 line, 6 raised, 7 surface, 9 ground. */
const dark: MantineColorsTuple = [
  '#E8EDEA',
  '#C9D3CE',
  '#A5B3AD',
  '#8B9993',
  '#2C3834',
  '#2A3631',
  '#212C28',
  '#1A2320',
  '#151D1A',
  '#121917',
]

const sans = "'Source Sans 3 Variable', 'Source Sans 3 Fallback', system-ui, sans-serif"
const serif = "'Fraunces Variable', 'Fraunces Fallback', Georgia, serif"
const control = { size: 'md' }
const overlay = { color: '#121917', backgroundOpacity: 0.45 }

/** What stands on a filled control is white in light and nearly black in dark, where the fills are pale. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  return input.variant === 'filled' ? { ...colors, color: 'var(--on-filled)' } : colors
}

export const theme: MantineThemeOverride = {
  colors: { spruce, amber, rose, red: rose, gray, dark },
  primaryColor: 'spruce',
  primaryShade: { light: 6, dark: 3 },
  variantColorResolver,
  white: '#FFFFFF',
  black: '#1F2A27',
  fontFamily: sans,
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1.0625rem', lg: '1.1875rem', xl: '1.375rem' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.55', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2143', fontWeight: '560' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  radius: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: 'md',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  shadows: {
    xs: 'none',
    sm: '0 1px 2px rgb(31 42 39 / 5%)',
    md: '0 4px 16px rgb(31 42 39 / 8%)',
    lg: '0 8px 28px rgb(31 42 39 / 10%)',
    xl: '0 12px 40px rgb(31 42 39 / 12%)',
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle', color: 'gray' } },
    Alert: { defaultProps: { variant: 'light' } },
    Badge: { defaultProps: { size: 'lg', variant: 'light' } },
    Button: { defaultProps: control },
    Checkbox: { defaultProps: control },
    Chip: { defaultProps: control },
    Drawer: { defaultProps: { padding: 'lg', overlayProps: overlay } },
    Input: { defaultProps: control },
    InputWrapper: { defaultProps: control },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Modal: {
      defaultProps: { centered: true, padding: 'lg', overlayProps: overlay, transitionProps: { duration: 160 } },
    },
    Paper: { defaultProps: { withBorder: true, shadow: 'sm' } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Radio: { defaultProps: control },
    SegmentedControl: { defaultProps: control },
    Switch: { defaultProps: control },
    Table: { defaultProps: { verticalSpacing: 'sm', horizontalSpacing: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 120 } } },
  },
  other: { serif },
}

/** A pale ground and the strong colour on it, for everything that is `light`, `subtle` or `outline`. */
const quietly = (name: string, ground: string, ink: string) => ({
  [`--mantine-color-${name}-text`]: ink,
  [`--mantine-color-${name}-light`]: ground,
  [`--mantine-color-${name}-light-hover`]: `color-mix(in srgb, ${ink} 12%, ${ground})`,
  [`--mantine-color-${name}-light-color`]: ink,
  [`--mantine-color-${name}-outline`]: ink,
  [`--mantine-color-${name}-outline-hover`]: ground,
})
const quietColors = {
  ...quietly('spruce', 'var(--spruce-ground)', 'var(--spruce)'),
  ...quietly('amber', 'var(--amber-ground)', 'var(--amber-ink)'),
  ...quietly('rose', 'var(--rose-ground)', 'var(--rose)'),
  ...quietly('red', 'var(--rose-ground)', 'var(--rose)'),
  ...quietly('gray', 'var(--raised)', 'var(--quiet)'),
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-error': 'var(--rose)',
  '--mantine-color-anchor': 'var(--spruce)',
}

/** The tokens of the look that Mantine has no name for; stylesheets use these. */
export const tokens: CSSVariablesResolver = () => ({
  variables: {
    '--serif': serif,
    '--amber': amber[4],
    '--input-height-md': '3rem',
  },
  light: {
    '--on-filled': '#FFFFFF',
    '--ground': gray[0],
    '--surface': '#FFFFFF',
    '--raised': gray[1],
    '--ink': '#1F2A27',
    '--quiet': gray[6],
    '--line': gray[3],
    '--control-line': gray[4],
    '--spruce': spruce[6],
    '--spruce-ground': spruce[0],
    '--amber-ink': amber[7],
    '--amber-ground': amber[0],
    '--rose': rose[6],
    '--rose-ground': rose[0],
    '--mantine-color-placeholder': gray[5],
    ...quietColors,
  },
  dark: {
    '--on-filled': '#0F2E26',
    '--ground': dark[9],
    '--surface': dark[7],
    '--raised': dark[6],
    '--ink': dark[0],
    '--quiet': dark[2],
    '--line': dark[4],
    '--control-line': '#6F7F78',
    '--spruce': spruce[3],
    '--spruce-ground': '#1D302A',
    '--amber': amber[3],
    '--amber-ink': amber[3],
    '--amber-ground': '#2E271A',
    '--rose': rose[3],
    '--rose-ground': '#33211F',
    '--mantine-color-placeholder': dark[3],
    ...quietColors,
  },
})
