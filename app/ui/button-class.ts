import { cva, type VariantProps } from "class-variance-authority";

/** One primary button per screen; actions repeated in rows are tonal; danger is for what cannot be undone. */
export const buttonClass = cva("button", {
  variants: {
    tone: {
      primary: "button-primary",
      secondary: "",
      tonal: "button-tonal",
      quiet: "button-quiet",
      danger: "button-danger",
    },
    large: { true: "button-large" },
    block: { true: "button-block" },
  },
});

export type ButtonLook = VariantProps<typeof buttonClass>;
