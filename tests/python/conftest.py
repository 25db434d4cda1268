"""What all tests of the Python package share: failures print how to repeat them, and time limits do not depend on load."""

import hypothesis

hypothesis.settings.register_profile("tropiary", deadline=None, print_blob=True)
hypothesis.settings.load_profile("tropiary")
