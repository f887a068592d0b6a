<?php
/**
 * Leaves nothing behind.
 *
 * @package ArticleWidget
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'article_widget_anonymous' );
delete_post_meta_by_key( '_article_widget_map' );
