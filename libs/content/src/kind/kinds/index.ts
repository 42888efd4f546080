/** The kinds of this release, in the order in which the editor offers them. */
import './news.kind';
import './notice.kind';
import './policy-document.kind';
import './interpretation.kind';
import './leader-profile.kind';
import './organisation-profile.kind';
import './gallery.kind';
import './video.kind';
import './download.kind';
import './link.kind';
import './page.kind';
