package io.leadgen.attacks.guess;

/**
 * Unknown numbers from noisy weighted sums of them: the solution x of (A'A + lambda I) x = A'b, by Cholesky's decomposition.
 */
public final class LeastSquares {
    private final double[][] normal;
    private final double[] right;

    /**
     * Nothing is known yet, and every number is 0.
     *
     * @param ridge lambda, above 0: the variance of a sum's noise over that of a number
     */
    public LeastSquares(int unknowns, double ridge) {
        normal = new double[unknowns][unknowns];
        right = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
            normal[i][i] = ridge;
        }
    }

    /**
     * Another sum.
     *
     * @param weights of each number in it
     */
    public void add(double[] weights, double sum) {
        for (int i = 0; i < right.length; i++) {
            if (weights[i] != 0) {
                right[i] += weights[i] * sum;
                for (int j = 0; j <= i; j++) {
                    normal[i][j] += weights[i] * weights[j];
                }
            }
        }
    }

    /** The numbers as the sums so far have them. */
    public double[] solution() {
        int size = right.length;
        double[][] factor = new double[size][size];
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = normal[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
            }
            double rest = right[i];
            for (int k = 0; k < i; k++) {
                rest -= factor[i][k] * x[k];
            }
            x[i] = rest / factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
