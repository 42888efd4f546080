import { createPinia } from 'pinia';
import { createApp } from 'vue';
import 'element-plus/theme-chalk/base.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/element.css';
import App from './app.vue';
import { router } from './router';

createApp(App).use(createPinia()).use(router).mount('#app');
