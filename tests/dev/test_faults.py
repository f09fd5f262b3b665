"""The seeded faults (tests/faults) fit the sources as they are. What finds them: `./dev faults`."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "faults"))

import faulty_sources  # noqa: E402


class Faults(unittest.TestCase):
    def test_every_fault_changes_its_places(self):
        faults = faulty_sources.read_faults()
        for fault in faults:
            self.assertTrue(fault.places, fault.name)
            for place in fault.places:
                self.assertNotEqual(place.before, place.after, fault.name)
        for file in faulty_sources.changed_files(faults):
            faulty_sources.copy_with_faults(file, faults)  # exits with what does not fit


if __name__ == "__main__":
    unittest.main()
