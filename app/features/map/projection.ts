// Written by scripts/build-basemap.mjs together with world.svg.
export const projection = { width: 1600, height: 688, turned: 11, scale: 292.465, x: 800, y: 401.246 } as const;
