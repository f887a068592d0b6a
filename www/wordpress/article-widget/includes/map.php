<?php
/**
 * The map of actors that belongs to a post: JSON that its author pastes into a
 * field below the text, and that the element fetches from here.
 *
 * @package ArticleWidget
 */

defined( 'ABSPATH' ) || exit;

const ARTICLE_WIDGET_MAP = '_article_widget_map';

add_action( 'add_meta_boxes', 'article_widget_add_map_field' );
add_action( 'save_post', 'article_widget_save_map' );
add_action( 'rest_api_init', 'article_widget_register_map_route' );

/**
 * Adds the field to the editor of everything that readers can open.
 */
function article_widget_add_map_field() {
	$types = array_values( get_post_types( array( 'public' => true ) ) );
	add_meta_box( 'article-widget-map', __( 'Map of actors', 'article-widget' ), 'article_widget_show_map_field', $types );
}

/**
 * Shows the field.
 *
 * @param WP_Post $post The post that is edited.
 */
function article_widget_show_map_field( $post ) {
	wp_nonce_field( 'article_widget_map_' . $post->ID, 'article_widget_map_nonce' );
	$kept = get_post_meta( $post->ID, ARTICLE_WIDGET_MAP, true );
	?>
	<p>
		<label for="article-widget-map-field"><?php esc_html_e( 'A map document (JSON) with actors and relations. Leave it empty for no map.', 'article-widget' ); ?></label>
	</p>
	<textarea id="article-widget-map-field" name="article_widget_map" class="large-text code" rows="8" spellcheck="false"><?php echo esc_textarea( $kept ); ?></textarea>
	<?php
	if ( '' !== (string) $kept && null === article_widget_map( $post->ID ) ) {
		printf( '<p class="notice notice-error inline">%s</p>', esc_html__( 'This is no JSON object: readers see no map.', 'article-widget' ) );
	}
}

/**
 * Keeps what the author has pasted, as it was pasted: a slip is the author's to
 * mend, and readers only get what is JSON.
 *
 * @param int $post_id The post that is saved.
 */
function article_widget_save_map( $post_id ) {
	if ( ! isset( $_POST['article_widget_map'], $_POST['article_widget_map_nonce'] ) ) {
		return;
	}
	$nonce = sanitize_key( wp_unslash( $_POST['article_widget_map_nonce'] ) );
	if ( ! wp_verify_nonce( $nonce, 'article_widget_map_' . $post_id ) || ! current_user_can( 'edit_post', $post_id ) ) {
		return;
	}
	if ( wp_is_post_autosave( $post_id ) || wp_is_post_revision( $post_id ) ) {
		return;
	}
	// Text in JSON may hold anything: it is checked as JSON where it is read.
	// phpcs:ignore WordPress.Security.ValidatedSanitizedInput.InputNotSanitized
	$map = trim( wp_check_invalid_utf8( wp_unslash( $_POST['article_widget_map'] ) ) );
	if ( '' === $map ) {
		delete_post_meta( $post_id, ARTICLE_WIDGET_MAP );
	} else {
		update_post_meta( $post_id, ARTICLE_WIDGET_MAP, wp_slash( $map ) );
	}
}

/**
 * The map of a post.
 *
 * @param int $post_id The post.
 * @return stdClass|null The map document, if there is one that is a JSON object.
 */
function article_widget_map( $post_id ) {
	$map = json_decode( (string) get_post_meta( $post_id, ARTICLE_WIDGET_MAP, true ) );
	return $map instanceof stdClass ? $map : null;
}

/**
 * Where the map of a post can be fetched.
 *
 * @param int $post_id The post.
 * @return string The address; empty where there is no map.
 */
function article_widget_map_address( $post_id ) {
	return null === article_widget_map( $post_id ) ? '' : rest_url( 'article-widget/v1/map/' . $post_id );
}

/**
 * Makes maps readable for whoever may read their posts.
 */
function article_widget_register_map_route() {
	register_rest_route(
		'article-widget/v1',
		'/map/(?P<id>\d+)',
		array(
			'methods'             => WP_REST_Server::READABLE,
			'permission_callback' => function ( $request ) {
				$post = get_post( (int) $request['id'] );
				if ( ! $post || post_password_required( $post ) ) {
					return false;
				}
				return is_post_publicly_viewable( $post ) || current_user_can( 'read_post', $post->ID );
			},
			'callback'            => function ( $request ) {
				$map = article_widget_map( (int) $request['id'] );
				if ( null === $map ) {
					return new WP_Error( 'article_widget_no_map', __( 'This post has no map.', 'article-widget' ), array( 'status' => 404 ) );
				}
				return new WP_REST_Response( $map );
			},
			'args'                => array(
				'id' => array(
					'type'     => 'integer',
					'required' => true,
				),
			),
		)
	);
}
