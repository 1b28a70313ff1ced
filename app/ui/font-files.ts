/** Written by scripts/build-fonts.mjs: change it there. */
export const fontFiles = {
  "onest-cyrillic": "/fonts/onest-cyrillic.8596bfab.woff2",
  "onest-kazakh": "/fonts/onest-kazakh.02324f48.woff2",
  "onest-marks": "/fonts/onest-marks.c5850454.woff2",
  "onest-tenge": "/fonts/onest-tenge.dc7b7fdb.woff2",
  "onest-latin": "/fonts/onest-latin.dcd053c8.woff2",
  "onest-cyrillic-ext": "/fonts/onest-cyrillic-ext.994cc75f.woff2",
  "onest-latin-european": "/fonts/onest-latin-european.947b2c24.woff2",
  "onest-latin-ext": "/fonts/onest-latin-ext.63c88950.woff2",
  "geologica-cyrillic": "/fonts/geologica-cyrillic.48dc60f9.woff2",
  "geologica-kazakh": "/fonts/geologica-kazakh.8bd6f4a0.woff2",
  "geologica-marks": "/fonts/geologica-marks.250c8c6e.woff2",
  "geologica-tenge": "/fonts/geologica-tenge.0ceeab45.woff2",
  "geologica-latin": "/fonts/geologica-latin.60739c8c.woff2",
  "geologica-cyrillic-ext": "/fonts/geologica-cyrillic-ext.b52643af.woff2",
  "geologica-latin-european": "/fonts/geologica-latin-european.25e2009f.woff2",
  "geologica-latin-ext": "/fonts/geologica-latin-ext.12b2e425.woff2",
} as const;
