<?php
/**
 * The one setting: on the page that WordPress has for discussions.
 *
 * @package ArticleWidget
 */

defined( 'ABSPATH' ) || exit;

add_action( 'admin_init', 'article_widget_register_setting' );
add_filter( 'plugin_action_links_' . plugin_basename( ARTICLE_WIDGET_FILE ), 'article_widget_action_links' );

/**
 * Makes the setting known; WordPress checks nonce and capability.
 */
function article_widget_register_setting() {
	register_setting(
		'discussion',
		ARTICLE_WIDGET_ANONYMOUS,
		array(
			'type'              => 'boolean',
			'default'           => false,
			'sanitize_callback' => 'rest_sanitize_boolean',
		)
	);
	add_settings_field(
		ARTICLE_WIDGET_ANONYMOUS,
		__( 'Article Widget', 'article-widget' ),
		'article_widget_show_setting',
		'discussion',
		'default'
	);
}

/**
 * Shows the setting.
 */
function article_widget_show_setting() {
	printf(
		'<label><input type="checkbox" name="%1$s" value="1" %2$s> %3$s</label><p class="description">%4$s</p>',
		esc_attr( ARTICLE_WIDGET_ANONYMOUS ),
		checked( (bool) get_option( ARTICLE_WIDGET_ANONYMOUS, false ), true, false ),
		esc_html__( 'Readers comment in the widget, without an account', 'article-widget' ),
		esc_html__( 'This opens the REST interface for comments to everybody. Your rules for moderation, disallowed words and closed posts hold there, too. While it is off, the comments of your theme stay where they are.', 'article-widget' )
	);
}

/**
 * Adds a link to the setting to the list of plugins.
 *
 * @param string[] $links The links that are there.
 * @return string[]
 */
function article_widget_action_links( $links ) {
	$address = admin_url( 'options-discussion.php' );
	$links[] = sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html__( 'Settings', 'article-widget' ) );
	return $links;
}
