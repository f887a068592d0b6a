<?php
/**
 * The block, the shortcode, and the element around the content.
 *
 * Block and shortcode leave no trace where they stand: they say that this post
 * wants the element, and how. The element then goes around the whole content,
 * which stays as it is, for readers without JavaScript and for search engines.
 *
 * @package ArticleWidget
 */

defined( 'ABSPATH' ) || exit;

add_action( 'init', 'article_widget_register' );
add_action( 'wp_enqueue_scripts', 'article_widget_register_script' );
add_filter( 'script_loader_tag', 'article_widget_async', 10, 2 );
// After blocks (9), paragraphs (10) and shortcodes (11).
add_filter( 'the_content', 'article_widget_around', 99 );

/**
 * Makes the block and the shortcode known.
 */
function article_widget_register() {
	wp_register_script(
		'article-widget-editor',
		plugins_url( 'block/editor.js', ARTICLE_WIDGET_FILE ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
		ARTICLE_WIDGET_VERSION,
		true
	);
	wp_set_script_translations( 'article-widget-editor', 'article-widget' );
	register_block_type(
		plugin_dir_path( ARTICLE_WIDGET_FILE ) . 'block',
		array( 'render_callback' => 'article_widget_wish' )
	);
	add_shortcode( 'article_widget', 'article_widget_wish' );
}

/**
 * Makes the element's script known; it is only sent where the element stands.
 */
function article_widget_register_script() {
	wp_register_script(
		'article-widget',
		plugins_url( 'dist/embed.js', ARTICLE_WIDGET_FILE ),
		array(),
		ARTICLE_WIDGET_VERSION,
		true
	);
}

/**
 * Nothing waits for the element's script.
 *
 * @param string $tag    The script's tag.
 * @param string $handle The script's name.
 * @return string The tag.
 */
function article_widget_async( $tag, $handle ) {
	return 'article-widget' === $handle ? str_replace( ' src=', ' async src=', $tag ) : $tag;
}

/**
 * Keeps what a block or a shortcode wishes for its post.
 *
 * @param array|string $attributes What its author has set.
 * @param string       $content    What it encloses.
 * @return string What it encloses, as it is.
 */
function article_widget_wish( $attributes, $content = '' ) {
	$wish = shortcode_atts(
		array(
			'map'   => '',
			'view'  => '',
			'theme' => '',
		),
		is_array( $attributes ) ? $attributes : array(),
		'article_widget'
	);
	article_widget_wishes( get_the_ID(), $wish );
	return (string) $content;
}

/**
 * The wish for a post, kept from when its block is rendered until its content
 * is done.
 *
 * @param int        $post_id The post.
 * @param array|null $wish    The wish to keep, if there is one.
 * @return array|null The wish that is kept.
 */
function article_widget_wishes( $post_id, $wish = null ) {
	static $wishes = array();
	if ( null !== $wish ) {
		$wishes[ $post_id ] = $wish;
	}
	return isset( $wishes[ $post_id ] ) ? $wishes[ $post_id ] : null;
}

/**
 * Puts the element around the content of the post that the page is about.
 *
 * @param string $content The post's content.
 * @return string The content, in the element if it is wished for.
 */
function article_widget_around( $content ) {
	$post_id = get_the_ID();
	$wish    = article_widget_wishes( $post_id );
	if ( null === $wish || ! is_singular() || ! in_the_loop() || ! is_main_query() ) {
		return $content;
	}
	if ( post_password_required( $post_id ) ) {
		return $content;
	}
	wp_enqueue_script( 'article-widget' );
	$attributes = article_widget_attributes( get_post( $post_id ), $wish );
	$written    = '';
	foreach ( $attributes as $name => $value ) {
		$written .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return sprintf(
		"<article-widget%s><article lang=\"%s\">\n%s\n</article></article-widget>",
		$written,
		esc_attr( get_bloginfo( 'language' ) ),
		$content
	);
}

/**
 * The element's attributes for a post.
 *
 * @param WP_Post $post The post.
 * @param array   $wish What its author has set.
 * @return string[] Values by name, not escaped.
 */
function article_widget_attributes( $post, $wish ) {
	$attributes = array( 'lang' => get_bloginfo( 'language' ) );
	$map        = '' !== $wish['map'] ? esc_url_raw( $wish['map'] ) : article_widget_map_address( $post->ID );
	if ( '' !== $map ) {
		$attributes['map-src'] = $map;
	}
	if ( in_array( $wish['view'], array( 'network', 'world', 'table', 'none' ), true ) ) {
		$attributes['map'] = $wish['view'];
	}
	if ( in_array( $wish['theme'], array( 'auto', 'light', 'dark' ), true ) ) {
		$attributes['theme'] = $wish['theme'];
	}
	if ( article_widget_has_comments( $post ) ) {
		$attributes['backend']     = 'wordpress';
		$attributes['backend-url'] = untrailingslashit( home_url() );
		$attributes['thread']      = (string) $post->ID;
	}
	return $attributes;
}
