#include "RowKernel.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

#if defined(__x86_64__) && defined(__clang__)
#define HAS_FORMS 1
#else
#define HAS_FORMS 0
#endif

#define INLINE static inline __attribute__((always_inline))

typedef double lanes __attribute__((vector_size(64)));
// The same in memory that need not be aligned to more than one number.
typedef double stored_lanes __attribute__((vector_size(64), aligned(8)));
typedef _Bool flags __attribute__((ext_vector_type(8)));

INLINE uint64_t bits(flags met) {
  uint8_t byte;
  memcpy(&byte, &met, 1);
  return byte;
}

// The signs of a row in `width` groups of eight points.
INLINE void signs_of_groups(const rowkernel_table *table, const stored_lanes *values, int32_t row, int group,
                            int width, uint64_t *positive, uint64_t *negative) {
  lanes sums[8];
  const double constant = table->constants[row];
  const double bound = table->bounds[row];
  for (int i = 0; i < width; i++) sums[i] = (lanes){} + constant;
  const int32_t end = table->starts[row + 1];
  for (int32_t term = table->starts[row]; term < end; term++) {
    const stored_lanes *monomial = values + 8 * (int64_t)table->monomials[term] + group;
    const double coefficient = table->coefficients[term];
    for (int i = 0; i < width; i++) sums[i] += monomial[i] * coefficient;
  }
  for (int i = 0; i < width; i++) {
    const int shift = 8 * (group + i);
    *positive |= bits(__builtin_convertvector(sums[i] > (lanes){} + bound, flags)) << shift;
    *negative |= bits(__builtin_convertvector(sums[i] < (lanes){} - bound, flags)) << shift;
  }
}

INLINE void signs_of_row(int width, const rowkernel_table *table, const stored_lanes *values, int32_t count,
                         int32_t row, uint64_t *positive, uint64_t *negative) {
  uint64_t above = 0;
  uint64_t below = 0;
  for (int group = 0; 8 * group < count; group += width)
    signs_of_groups(table, values, row, group, width, &above, &below);
  *positive = above;
  *negative = below;
}

// Evaluates a row at least at the given points: everywhere, or in the groups of eight that hold some.
INLINE void signs_at_points(int width, const rowkernel_table *table, const stored_lanes *values,
                            int32_t count, int32_t row, uint64_t points, uint64_t *positive,
                            uint64_t *negative, uint64_t *products) {
  const int32_t terms = table->starts[row + 1] - table->starts[row];
  uint64_t groups = points | points >> 4;
  groups |= groups >> 2;
  groups = (groups | groups >> 1) & UINT64_C(0x0101010101010101);
  const int group_count = __builtin_popcountll(groups);
  if (group_count > 4) {
    *products += (uint64_t)(count + 7) / 8 * 8 * terms;
    signs_of_row(width, table, values, count, row, positive, negative);
    return;
  }
  *products += (uint64_t)group_count * 8 * terms;
  *positive = 0;
  *negative = 0;
  for (; groups != 0; groups &= groups - 1)
    signs_of_groups(table, values, row, __builtin_ctzll(groups) >> 3, 1, positive, negative);
}

INLINE int32_t candidates(int width, const rowkernel_table *table, const void *values, int32_t count,
                          const int32_t *objection_starts, const int32_t *objections, int32_t first,
                          int32_t next, int32_t end, uint64_t stamp, rowkernel_state *states,
                          uint64_t *left, int32_t *waiting,
                          uint64_t *open, uint64_t *products) {
  const uint64_t active = ~UINT64_C(0) >> (64 - count);
  for (int32_t candidate = next; candidate < end; candidate++) {
    uint64_t points = active;
    const int32_t last = objection_starts[candidate + 1];
    for (int32_t i = objection_starts[candidate]; i < last && points != 0; i++) {
      const int32_t row = objections[i] >> 1;
      rowkernel_state *state = states + row;
      if (state->stamp != stamp) *state = (rowkernel_state){.stamp = stamp};
      if (points & ~state->settled) {
        uint64_t above, below;
        signs_at_points(width, table, values, count, row, points & ~state->settled, &above, &below,
                        products);
        above &= ~state->settled;
        below &= ~state->settled;
        state->positive |= above;
        state->negative |= below;
        state->settled |= above | below;
        if (points & ~state->settled) {
          *waiting = row;
          *open = points & ~state->settled;
          return candidate;
        }
      }
      points &= ~(objections[i] & 1 ? state->negative : state->positive);
    }
    left[candidate - first] = points;
  }
  return end;
}

INLINE double peak(int chains, int fused, int64_t rounds) {
  lanes sums[16];
  const lanes factor = (lanes){} + 0.999;
  for (int i = 0; i < chains; i++) sums[i] = (lanes){} + (double)i;
  for (int64_t round = 0; round < rounds; round++)
    for (int i = 0; i < chains; i++)
      sums[i] = fused ? __builtin_elementwise_fma(sums[i], factor, factor)
                      : sums[i] * factor + factor;
  double total = 0;
  for (int i = 0; i < chains; i++)
    for (int lane = 0; lane < 8; lane++) total += sums[i][lane];
  return total;
}

// One clone of each loop for every form, with as many sums at a time as it has registers for.
#define CLONES(name, attributes, width, chains, fuses)                                             \
  attributes static void signs_##name(const rowkernel_table *table, const void *values,            \
                                      int32_t count, int32_t row, uint64_t *positive,              \
                                      uint64_t *negative) {                                        \
    signs_of_row(width, table, values, count, row, positive, negative);                            \
  }                                                                                                \
  attributes static int32_t candidates_##name(                                                     \
      const rowkernel_table *table, const void *values, int32_t count,                             \
      const int32_t *objection_starts, const int32_t *objections, int32_t first, int32_t next,     \
      int32_t end, uint64_t stamp, rowkernel_state *states, uint64_t *left, int32_t *waiting,       \
      uint64_t *open, uint64_t *products) {                                                        \
    return candidates(width, table, values, count, objection_starts, objections, first, next, end, \
                      stamp, states, left, waiting, open, products);                               \
  }                                                                                                \
  attributes static double peak_##name(int32_t fused, int64_t rounds) {                            \
    return fuses && fused ? peak(chains, fuses, rounds) : peak(chains, 0, rounds);                 \
  }

CLONES(baseline, , 2, 3, 0)
#if HAS_FORMS
CLONES(avx2, __attribute__((target("avx2,fma"))), 4, 6, 1)
CLONES(avx512, __attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,fma"))), 4, 12, 1)
#define CHOOSE(name, form, ...)                                                                   \
  (form == 2 ? name##_avx512(__VA_ARGS__)                                                         \
   : form == 1 ? name##_avx2(__VA_ARGS__)                                                         \
               : name##_baseline(__VA_ARGS__))
#else
#define CHOOSE(name, form, ...) ((void)form, name##_baseline(__VA_ARGS__))
#endif

int32_t rowkernel_widest(void) {
#if HAS_FORMS
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
    return 2;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return 1;
#endif
  return 0;
}

void rowkernel_signs(int32_t form, const rowkernel_table *table, const void *values, int32_t count,
                     int32_t row, uint64_t *positive, uint64_t *negative) {
  CHOOSE(signs, form, table, values, count, row, positive, negative);
}

int32_t rowkernel_candidates(int32_t form, const rowkernel_table *table, const void *values,
                             int32_t count, const int32_t *objection_starts,
                             const int32_t *objections, int32_t first, int32_t next, int32_t end,
                             uint64_t stamp, rowkernel_state *states, uint64_t *left,
                             int32_t *waiting, uint64_t *open, uint64_t *products) {
  return CHOOSE(candidates, form, table, values, count, objection_starts, objections, first, next,
                end, stamp, states, left, waiting, open, products);
}

void rowkernel_ranges(const rowkernel_table *table, const double *lows, const double *highs,
                      const int32_t *rows, int32_t count, int8_t *signs, float *leans) {
  for (int32_t i = 0; i < count; i++) {
    const int32_t row = rows[i];
    double low = table->constants[row];
    double high = low;
    for (int32_t term = table->starts[row]; term < table->starts[row + 1]; term++) {
      const double a = table->coefficients[term] * lows[table->monomials[term]];
      const double b = table->coefficients[term] * highs[table->monomials[term]];
      low += a < b ? a : b;
      high += a < b ? b : a;
    }
    const double bound = 2 * table->bounds[row];
    signs[row] = low > bound ? 1 : high < -bound ? -1 : 0;
    leans[row] = (float)((low + high) / (high - low));
  }
}

void rowkernel_load(const double *points, int32_t axes, const int64_t *variables,
                    const int32_t *samples, int32_t count, int32_t ahead, void *values) {
  double *numbers = values;
  for (int32_t i = 0; i < count; i++) {
    const double *point = points + (int64_t)samples[i] * axes;
    if (i + 64 < ahead) __builtin_prefetch(points + (int64_t)samples[i + 64] * axes);
    for (int32_t axis = 0; axis < axes; axis++) numbers[64 * variables[axis] + i] = point[axis];
  }
  for (int32_t i = count; i & 7; i++)
    for (int32_t axis = 0; axis < axes; axis++)
      numbers[64 * variables[axis] + i] = numbers[64 * variables[axis] + count - 1];
}

void rowkernel_boxes(const double *points, int64_t count, int32_t axes, const double *lows,
                     const double *per_unit, const int64_t *starts, const uint32_t *bits,
                     uint32_t *boxes, int32_t *counts) {
  for (int64_t i = 0; i < count; i++) {
    uint32_t box = 0;
    for (int32_t axis = 0; axis < axes; axis++) {
      const double place = (points[i * axes + axis] - lows[axis]) * per_unit[axis];
      const int64_t last = starts[axis + 1] - starts[axis] - 1;
      int64_t slice = place >= 0 ? place < (double)last ? (int64_t)place : last : 0;
      box |= bits[starts[axis] + slice];
    }
    boxes[i] = box;
    counts[box] += 1;
  }
}

double rowkernel_peak(int32_t form, int32_t fused, int64_t rounds) {
  return CHOOSE(peak, form, fused, rounds);
}

int32_t rowkernel_peak_lanes(int32_t form) { return form == 2 ? 96 : form == 1 ? 48 : 24; }
