"""What all tests of the Python package share: a failure prints how to repeat it, and no test fails for being slow."""

import hypothesis

hypothesis.settings.register_profile("tropiary", deadline=None, print_blob=True)
hypothesis.settings.load_profile("tropiary")
