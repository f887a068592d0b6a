<?php
/**
 * Whether readers comment in the element, and what WordPress says to that.
 *
 * WordPress takes comments over its REST interface from nobody without an
 * account, unless a filter says so. Until the site's owner wants that, the
 * element has no comments, and the theme's own are where they always were.
 *
 * @package ArticleWidget
 */

defined( 'ABSPATH' ) || exit;

const ARTICLE_WIDGET_ANONYMOUS = 'article_widget_anonymous';

add_filter( 'rest_allow_anonymous_comments', 'article_widget_allow_anonymous' );
add_filter( 'render_block_core/comments', 'article_widget_comments_block' );
add_filter( 'comments_template', 'article_widget_comments_template', 99 );

/**
 * Whether the site's owner lets readers comment over REST without an account.
 *
 * @return bool
 */
function article_widget_is_open() {
	return (bool) get_option( ARTICLE_WIDGET_ANONYMOUS, false ) && ! get_option( 'comment_registration' );
}

/**
 * Answers WordPress. What someone else has allowed stays allowed.
 *
 * @param bool $allowed What was said before.
 * @return bool
 */
function article_widget_allow_anonymous( $allowed ) {
	return $allowed || article_widget_is_open();
}

/**
 * Whether the element shows the comments of a post.
 *
 * @param WP_Post $post The post.
 * @return bool
 */
function article_widget_has_comments( $post ) {
	$request = new WP_REST_Request( 'POST', '/wp/v2/comments' );
	// Others may have allowed it, too.
	// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound
	return apply_filters( 'rest_allow_anonymous_comments', false, $request )
		&& ( comments_open( $post ) || get_comments_number( $post ) > 0 );
}

/**
 * Whether the element on this page shows the comments of the post that the page
 * is at.
 *
 * @return bool
 */
function article_widget_takes_over() {
	$post = get_post();
	return $post && null !== article_widget_wishes( $post->ID ) && article_widget_has_comments( $post );
}

/**
 * Where the element shows the comments, the theme's own are for readers without
 * JavaScript.
 *
 * @param string $template The theme's template.
 * @return string
 */
function article_widget_comments_template( $template ) {
	return article_widget_takes_over()
		? plugin_dir_path( ARTICLE_WIDGET_FILE ) . 'includes/comments-without-script.php'
		: $template;
}

/**
 * The same, for themes made of blocks.
 *
 * @param string $content The comments as the block shows them.
 * @return string
 */
function article_widget_comments_block( $content ) {
	return article_widget_takes_over() ? '<noscript>' . $content . '</noscript>' : $content;
}
