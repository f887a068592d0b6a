<?php
/**
 * Plugin Name:       Article Widget
 * Description:       Puts an article of yours into the element <article-widget>: a map of its actors, and its comments, around the text as it stands.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            article-widget
 * License:           MIT OR Apache-2.0
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       article-widget
 *
 * File          What.
 * render.php    The block, the shortcode, and the element around the content.
 * map.php       The map of actors that belongs to a post.
 * comments.php  Whether readers comment in the element, and what WordPress says to that.
 * settings.php  The one setting.
 *
 * @package ArticleWidget
 */

defined( 'ABSPATH' ) || exit;

define( 'ARTICLE_WIDGET_VERSION', '0.1.0' );
define( 'ARTICLE_WIDGET_FILE', __FILE__ );

require_once __DIR__ . '/includes/render.php';
require_once __DIR__ . '/includes/map.php';
require_once __DIR__ . '/includes/comments.php';
require_once __DIR__ . '/includes/settings.php';
