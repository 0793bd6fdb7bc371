// The innermost loops of sweeps over a game's rows: sums of coefficients times monomials, at up to 64
// points at a time, one bit each. The same operations in the same order as the Swift path, without
// fused multiply-add, so the bits of every sum are the same on every processor.
//
// Rows lie one after the other: row r has the terms starts[r] up to, not including, starts[r + 1], each a
// monomial and a coefficient, and constants[r] and bounds[r]. A sum beyond the bound has a certain sign.
// Values of monomial m at the 64 points stand from values[64 * m], the last point repeated at the end.
#ifndef ROW_KERNEL_H
#define ROW_KERNEL_H

#include <stdint.h>

// The rows of a game.
typedef struct {
  const double *constants;
  const double *bounds;
  const int32_t *starts;
  const int32_t *monomials;
  const double *coefficients;
} rowkernel_table;

// The widest form that this processor has: 0 baseline, 1 AVX2, 2 AVX-512.
int32_t rowkernel_widest(void);

// Finds the points of a block at which a row is certainly positive, and those where it is negative.
//
// `form` is at most rowkernel_widest(); `count` points are loaded, 1 to 64. Bits beyond are undefined.
void rowkernel_signs(int32_t form, const rowkernel_table *table, const void *values, int32_t count,
                     int32_t row, uint64_t *positive, uint64_t *negative);

// What is known of a row in the block with this stamp: the points where its sign is settled, and those
// of them where it is positive or negative.
typedef struct {
  uint64_t stamp, settled, positive, negative;
} rowkernel_state;

// Leaves of each candidate the points at which none of its objections is met.
//
// Candidate c has the objections objection_starts[c] up to objection_starts[c + 1], each twice its row,
// plus one where the row must be negative for it to be met. Rows are evaluated where they matter and are
// not settled. Writes left[c - first] for c from `next`. Gives the number of the first candidate that waits
// for a row to be settled, with that row in `waiting` and the points in `open`; `end` when all are done.
// Adds to `products` how many products of a coefficient and a value were summed up.
int32_t rowkernel_candidates(int32_t form, const rowkernel_table *table, const void *values,
                             int32_t count, const int32_t *objection_starts,
                             const int32_t *objections, int32_t first, int32_t next, int32_t end,
                             uint64_t stamp, rowkernel_state *states, uint64_t *left,
                             int32_t *waiting, uint64_t *open, uint64_t *products);

// Finds the signs that rows have everywhere where each monomial stays between its low and high.
//
// Writes 1, -1, or 0 where that is uncertain, to signs[rows[i]]. The bounds are doubled: the interval's
// ends take as many roundings as one sum. leans[rows[i]] says to which side a row tends, about -1 to 1
// where its sign is uncertain.
void rowkernel_ranges(const rowkernel_table *table, const double *lows, const double *highs,
                      const int32_t *rows, int32_t count, int8_t *signs,
                      float *leans);

// Loads points: for each of the `axes` numbers of a row of `points`, variable variables[axis] gets it.
//
// Point i of `count`, 1 to 64, is row samples[i]; of `ahead` samples those after them are likely to be
// loaded next. values[64 * v + i] is written, and the last point is
// repeated up to the next multiple of eight.
void rowkernel_load(const double *points, int32_t axes, const int64_t *variables,
                    const int32_t *samples, int32_t count, int32_t ahead, void *values);

// Numbers the boxes in which rows of `axes` values lie, and counts the rows of each box.
//
// Axis a is cut into slices_a slices from lows[a] on, per_unit[a] in a unit; slice s puts the bits
// bits[starts[a] + s] into the box's number, with slices_a = starts[a + 1] - starts[a].
void rowkernel_boxes(const double *points, int64_t count, int32_t axes, const double *lows,
                     const double *per_unit, const int64_t *starts, const uint32_t *bits,
                     uint32_t *boxes, int32_t *counts);

// Products and sums in registers with nothing else, for a yardstick: in each round one of both in each of
// rowkernel_peak_lanes(form) lanes, fused or not; the baseline never fuses. Gives a number that hangs on
// them all.
double rowkernel_peak(int32_t form, int32_t fused, int64_t rounds);
int32_t rowkernel_peak_lanes(int32_t form);

#endif
