/**
 * Confidence intervals for small numbers: exact for counts, Wilson's for shares.
 * All levels are probabilities between 0 and 1 (0.95 for the 95% interval).
 */
export type Interval = { readonly low: number; readonly high: number }

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/** Returns the natural logarithm of the gamma function, for 0.5 and above (Lanczos' series, g = 7, n = 9). */
const logGamma = (shape: number): number => {
  const z = shape - 1
  const t = z + 7.5
  const series = lanczos.reduce((sum, term, index) => sum + term / (z + index + 1), 0.9999999999998099)
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series)
}

/** Returns the lower part of the regularised gamma function by its power series: good where x is below shape + 1. */
const lowerBySeries = (shape: number, x: number): number => {
  let term = 1 / shape
  let sum = term
  for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-17; n += 1) {
    term *= x / (shape + n)
    sum += term
  }
  return sum * Math.exp(-x + shape * Math.log(x) - logGamma(shape))
}

/** Returns the upper part by Lentz's continued fraction: good where x is above shape + 1. */
const upperByFraction = (shape: number, x: number): number => {
  const tiny = 1e-300
  let b = x + 1 - shape
  let c = 1 / tiny
  let d = 1 / b
  let product = d
  for (let n = 1; n < 100_000; n += 1) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / (a * d + b || tiny)
    c = b + a / c || tiny
    product *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return product * Math.exp(-x + shape * Math.log(x) - logGamma(shape))
}

/** Returns the probability that a gamma variable of this shape (at least 0.5) and scale 1 is at most x. */
export const gammaAtMost = (shape: number, x: number): number => {
  if (x <= 0) return 0
  return x < shape + 1 ? lowerBySeries(shape, x) : 1 - upperByFraction(shape, x)
}

const searchQuantile = (shape: number, probability: number): number => {
  let low = 0
  let high = shape + 1
  while (gammaAtMost(shape, high) < probability) high *= 2
  // Halving always arrives, at the last bit of a double after some sixty steps; Newton's method would not always.
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (gammaAtMost(shape, middle) < probability) low = middle
    else high = middle
  }
}

const found = new Map<number, Map<number, number>>()

/**
 * Returns the x below which a gamma variable of this shape and scale 1 falls with the given probability.
 * Results are kept: a whole register asks for the same few small counts again and again.
 */
export const gammaQuantile = (shape: number, probability: number): number => {
  const byShape = found.get(probability) ?? new Map<number, number>()
  const known = byShape.get(shape) ?? searchQuantile(shape, probability)
  found.set(probability, byShape.set(shape, known))
  return known
}

/** Returns the quantile of chi-square with the given degrees of freedom. */
export const chiSquareQuantile = (degrees: number, probability: number): number =>
  2 * gammaQuantile(degrees / 2, probability)

/**
 * Returns the exact interval for a rate: events counted, over a population, as events a person.
 * Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936).
 */
export const poissonInterval = (events: number, population: number, level: number): Interval => {
  const tail = (1 - level) / 2
  return {
    low: events === 0 ? 0 : gammaQuantile(events, tail) / population,
    high: gammaQuantile(events + 1, 1 - tail) / population,
  }
}

/**
 * Returns the interval for a share: met out of all (at least 1).
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * Journal of the American Statistical Association 22 (1927), equation for the score limits.
 */
export const wilsonInterval = (met: number, all: number, level: number): Interval => {
  const zSquared = chiSquareQuantile(1, level)
  const share = met / all
  const centre = share + zSquared / (2 * all)
  const spread = Math.sqrt(zSquared * ((share * (1 - share)) / all + zSquared / (4 * all * all)))
  const scale = 1 + zSquared / all
  // At none and at all of them the limit is exactly 0 or 1; rounding must not carry it past.
  return {
    low: met === 0 ? 0 : (centre - spread) / scale,
    high: met === all ? 1 : (centre + spread) / scale,
  }
}
