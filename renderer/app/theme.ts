/** Mantine in DOSO's clothes: small type, flat surfaces, one accent; colours come from tokens.css. */
import {
  ActionIcon,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  type MantineColorsTuple,
  Modal,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  Select,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { texts } from '../texts/texts';

const words = texts.components;

const ink: MantineColorsTuple = [
  '#eaf0fd',
  '#d2defa',
  '#a5bdf4',
  '#7ba4ff',
  '#5b87ee',
  '#3f6fde',
  '#2456c6',
  '#1d48aa',
  '#183c8e',
  '#122f72',
];

const slate: MantineColorsTuple = [
  '#e7ebf1',
  '#b9c3d0',
  '#9aa6b6',
  '#75808f',
  '#3d4857',
  '#29313d',
  '#202733',
  '#171c24',
  '#12171e',
  '#0f1319',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 5 },
  colors: { ink, dark: slate },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontSizes: { xs: '11.5px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '620' },
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', fw: 560 } }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray', size: 'md' },
      // What cannot be used steps back; the library's filled box would step forward.
      styles: { root: { '--mantine-color-disabled': 'transparent' } },
    }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 560 } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'xs' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs' } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs' } }),
    Select: Select.extend({ defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 340, fz: 'xs' },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': words.close },
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        position: 'right',
        transitionProps: { duration: 150 },
        overlayProps: { opacity: 0.25 },
        closeButtonProps: { 'aria-label': words.close },
      },
    }),
  },
});

/** Hands the tokens to Mantine's own variables, so that its parts sit on the same surfaces. */
export const resolveVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--doso-surface)',
    '--mantine-color-text': 'var(--doso-text)',
    '--mantine-color-dimmed': 'var(--doso-dim)',
    '--mantine-color-default-border': 'var(--doso-border-strong)',
    '--mantine-color-default-hover': 'var(--doso-hover)',
  };
  return { variables: {}, light: shared, dark: shared };
};
