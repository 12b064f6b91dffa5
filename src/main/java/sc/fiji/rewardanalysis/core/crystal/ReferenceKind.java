package sc.fiji.rewardanalysis.core.crystal;

/** Which lattice displacements are measured from. */
public enum ReferenceKind {

		/** The affine lattice through all of a grain: what all of it has in common is none. */
		GLOBAL,

		/** The crystal as it should be, turned and moved as it is: its strain is a displacement. */
		IDEAL,

		/** The affine lattice through the atoms of a region, continued. */
		REGION
}
