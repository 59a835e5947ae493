/** Styles of what is loaded late: in the page from the start, so that nothing is seen without them. In the order of the modules. */
import '../shared/Icon/index.css'
import '../shared/EmptyState/index.css'
import '../shared/ErrorState/index.css'
import '../shared/tokens.css'
import './index.css'
