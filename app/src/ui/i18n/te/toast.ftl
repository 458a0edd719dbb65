# What passes by itself.

toast-copied = కాపీ అయింది
toast-link-copied = లింక్ కాపీ అయింది. దాన్ని సందేశంలో లేదా ఈమెయిల్‌లో అతికించవచ్చు.
toast-knock = { $name } లోపలికి రావాలనుకుంటున్నారు. జవాబివ్వడానికి గదిని తెరవండి.
toast-contact = మీరు, { $name } ఇప్పుడు ఒకరికొకరు రాసుకోవచ్చు.
