<section id="comments" class="theme-comments">
<?php
wp_list_comments();
comment_form();
?>
</section>
