package sc.fiji.rewardanalysis.core.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LatticeFitTest {

	@Test
	void scratch() {
		for (final String name : sc.fiji.rewardanalysis.core.lattice.Lattices.names())
			for (final double rotation : new double[] { 0, 17, 44, 80 }) {
				final TrueCrystal c = new TrueCrystal(name, 512, 400).fill(rotation, (x, y) -> new double[2], 0, 1);
				final LatticeFit fit = c.fit();
				System.out.println(name + " " + rotation + " atoms " + c.atoms.size() + " grains " + fit.grains().size() +
					" indexed " + fit.count(IndexedAtom.Status.INDEXED) + " t " + fit.grains().get(0).fit().vectors() +
					" sigma " + fit.grains().get(0).fit().sigma() + " islands " + fit.grains().get(0).islands() + " contr " + fit
						.grains().get(0).contradictions() + " right " + c.rightlyNumbered(fit, 0));
				final LatticeFit u = c.fitUnknown();
				System.out.println("   unknown " + u.grains().size() +
					" indexed " + u.count(IndexedAtom.Status.INDEXED) + " t " + u.grains().get(0).fit().vectors() +
					" sigma " + u.grains().get(0).fit().sigma() + " " + u.grains().get(0).motif());
			}
	}
}
