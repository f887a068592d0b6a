<?php
/**
 * The comments of a post for readers without JavaScript.
 *
 * @package ArticleWidget
 */

defined( 'ABSPATH' ) || exit;
?>
<noscript>
	<section id="comments" class="comments-area">
		<ol class="comment-list"><?php wp_list_comments(); ?></ol>
		<?php
		the_comments_pagination();
		comment_form();
		?>
	</section>
</noscript>
