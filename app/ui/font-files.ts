/** Written by scripts/build-fonts.mjs: change it there. */
export const fontFiles = {
  "onest-cyrillic": "/fonts/onest-cyrillic.896d96a0.woff2",
  "onest-kazakh": "/fonts/onest-kazakh.02324f48.woff2",
  "onest-marks": "/fonts/onest-marks.c5850454.woff2",
  "onest-tenge": "/fonts/onest-tenge.dc7b7fdb.woff2",
  "onest-latin": "/fonts/onest-latin.cddbc09a.woff2",
  "onest-cyrillic-ext": "/fonts/onest-cyrillic-ext.c28a725a.woff2",
  "onest-latin-ext": "/fonts/onest-latin-ext.9ab55fc5.woff2",
  "geologica-cyrillic": "/fonts/geologica-cyrillic.47eddab7.woff2",
  "geologica-kazakh": "/fonts/geologica-kazakh.8bd6f4a0.woff2",
  "geologica-marks": "/fonts/geologica-marks.250c8c6e.woff2",
  "geologica-tenge": "/fonts/geologica-tenge.0ceeab45.woff2",
  "geologica-latin": "/fonts/geologica-latin.18b0dd38.woff2",
  "geologica-cyrillic-ext": "/fonts/geologica-cyrillic-ext.736162f8.woff2",
  "geologica-latin-ext": "/fonts/geologica-latin-ext.79b8e1f1.woff2",
} as const;
